package io.sekisho.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.wire.golden.Golden;
import io.sekisho.wire.json.JsonProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file of bad events, good ones between: every bad line is named with pointer, code and reason. */
class BadEventsTest {

    private static final String EVENTS = "/io/sekisho/wire/event/bad-events.ndjson";
    private static final int KINDS = 30;

    private final List<Reading> readings;

    BadEventsTest() throws IOException {
        EventReader reader = new EventReader();
        readings = Files.readAllLines(Golden.path(EVENTS)).stream()
                .map(line -> reader.read(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void areNamedByLinePointerCodeAndReason() {
        String problems = IntStream.range(0, readings.size())
                .boxed()
                .flatMap(i -> problems(i + 1, readings.get(i)))
                .collect(Collectors.joining("\n", "", "\n"));

        Golden.check("/io/sekisho/wire/event/bad-events.golden", problems);
    }

    @Test
    void areOfManyKinds() {
        assertThat(readings.stream().filter(Reading.Refused.class::isInstance)).hasSizeGreaterThanOrEqualTo(KINDS);
    }

    @Test
    void leaveTheGoodOnesBetweenThemAccepted() {
        assertThat(readings.stream()
                        .filter(Reading.Accepted.class::isInstance)
                        .map(reading -> ((Reading.Accepted) reading).event().id()))
                .containsExactly("good-1", "good-2", "good-3", "good-4", "good-5", "good-6");
    }

    @Test
    void tellNoCardNumber() {
        assertThat(readings).noneMatch(reading -> CardNumbers.isIn(SampleEvent.told(reading)));
    }

    private static Stream<String> problems(int line, Reading reading) {
        return switch (reading) {
            case Reading.Refused refused -> refused.problems().stream().map(problem -> problem(line, problem));
            case Reading.Accepted accepted -> Stream.of();
        };
    }

    private static String problem(int line, JsonProblem problem) {
        return line + ": " + problem.pointer() + ": " + problem.code() + ": " + problem.detail();
    }
}
