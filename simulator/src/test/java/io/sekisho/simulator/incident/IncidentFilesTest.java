package io.sekisho.simulator.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files that are kept beside the stories. To write them anew after a story was changed, run this test with {@code
 * -Dincidents.write=true} and read the difference.
 */
final class IncidentFilesTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "io", "sekisho", "simulator", "incident");

    static List<String> ids() {
        return Incidents.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void areWhatTheStoryTells(String id) throws IOException {
        Incident incident = Incidents.read(id);
        Staging plain = Staging.plain(incident);
        Rendition whole = Rendition.of(incident, plain, Telling.EVENTS);
        Rendition firstDay = Rendition.of(incident, plain, Telling.ACCOUNT_BLOCK);

        hold(id, "events.ndjson", whole.eventLines());
        hold(id, "events-first-day.ndjson", firstDay.eventLines());
        hold(id, "labels.ndjson", whole.labelLines());
        assertThat(firstDay.labelLines()).isEqualTo(whole.labelLines());
    }

    private static void hold(String id, String file, String told) throws IOException {
        Path path = FOLDER.resolve(id).resolve(file);
        if (Boolean.getBoolean("incidents.write")) {
            Files.writeString(path, told);
        }
        assertThat(path).hasContent(told);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void holdNothingThatTheReaderRefuses(String id) {
        Incident incident = Incidents.read(id);
        for (Telling telling : Telling.values()) {
            Stream.of(Staging.plain(incident), Staging.varied(incident, 3))
                    .flatMap(staging -> Rendition.of(incident, staging, telling).events().stream())
                    .forEach(told -> assertThat(
                                    new EventReader().read(told.line().getBytes(StandardCharsets.UTF_8)))
                            .as(told.line())
                            .isInstanceOfSatisfying(
                                    Reading.Accepted.class,
                                    accepted ->
                                            assertThat(accepted.hadCardNumber()).isFalse()));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void giveTheReasonsForWhatWasFilledIn(String id) {
        assertThat(Incidents.text(id, "notes.md"))
                .startsWith("# " + id + ": ")
                .contains("**Source.**", "**Retelling.**", "**Said.**", "**Filled in.**", "**Expected.**")
                .contains(Incidents.read(id).source().site());
        assertThat(Incidents.text(id, "notes.md"))
                .as("requirements that the notes speak of")
                .contains(Incidents.read(id).requirements());
    }

    @Test
    void areThoseOfTheIndex() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Incidents.ids());
        }
    }
}
