package io.sekisho.simulator.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The documented incidents that come with the project. */
public final class Incidents {
    private static final String INDEX = "index.txt";

    private Incidents() {}

    /** Identifiers of all incidents, sorted. */
    public static List<String> ids() {
        return resource(INDEX)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .sorted()
                .toList();
    }

    /**
     * The incident of that identifier.
     *
     * @throws IllegalArgumentException if there is none, or its story cannot be read; the message names every problem
     */
    public static Incident read(String id) {
        if (!ids().contains(id)) {
            throw new IllegalArgumentException("There is no incident " + id + "; known are " + ids());
        }
        return StoryReader.read(id, text(id, "story.yaml"));
    }

    /** One of the files that stand beside an incident's story. */
    public static String text(String id, String file) {
        return resource(id + "/" + file);
    }

    private static String resource(String name) {
        try (InputStream in = Incidents.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("The incidents have no file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + name + " of the incidents cannot be read", unreadable);
        }
    }
}
