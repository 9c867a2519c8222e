package io.sekisho.wire.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of expected lines beside the tests' resources. {@code -Dgolden=write} writes it anew; the difference is then
 * reviewed like any other.
 */
public final class Golden {

    private static final String SOURCES = "src/test/resources";

    private Golden() {}

    /** Compares the text with the file of that name, as in {@code /io/sekisho/wire/event/bad-events.golden}. */
    public static void check(String resource, String actual) {
        try {
            if (System.getProperty("golden", "").equals("write")) {
                Files.writeString(Path.of(SOURCES + resource), actual);
            } else {
                assertThat(actual).as(resource).isEqualTo(Files.readString(path(resource)));
            }
        } catch (IOException unreadable) {
            throw new AssertionError("There is no golden file " + resource, unreadable);
        }
    }

    /** Where a resource of the tests lies. */
    public static Path path(String resource) {
        try {
            return Path.of(Objects.requireNonNull(Golden.class.getResource(resource), resource)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
