package io.sekisho.cli.score;

import io.sekisho.cli.console.Files;
import io.sekisho.cli.console.Lines;
import io.sekisho.cli.console.ProblemList;
import io.sekisho.cli.console.Progress;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file with a JSON object on every line. */
final class JsonFile {

    private static final int LONGEST_LINE = 1 << 20;

    private final String name;
    private final ProblemList problems;

    JsonFile(String name, ProblemList problems) {
        this.name = name;
        this.problems = problems;
    }

    /** Gives every line's object to {@code reader}, and what is no object to the problems. */
    void forEach(Consumer<JsonLine> reader) throws IOException {
        Progress progress = new Progress("Reading " + Files.shown(name));
        try (InputStream in = Files.input(name)) {
            forEach(in, line -> {
                reader.accept(line);
                progress.step();
            });
        }
        progress.finish();
    }

    /** As {@link #forEach}, of a stream that somebody else closes; the name is for the problems. */
    void forEach(InputStream in, Consumer<JsonLine> reader) throws IOException {
        Lines lines = new Lines(in, LONGEST_LINE);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            read(lines.number(), line).ifPresent(reader);
        }
    }

    @SuppressWarnings("unchecked") // JsonTree makes maps with String keys only.
    private Optional<JsonLine> read(long number, byte[] line) {
        if (line.length > LONGEST_LINE) {
            report(number, new JsonProblem("", "too_large", "The line has more than " + LONGEST_LINE + " bytes."));
            return Optional.empty();
        }
        List<JsonProblem> found = new ArrayList<>();
        Optional<Object> tree = JsonTree.read(line, 0, line.length, found);
        if (found.isEmpty() && !(tree.orElse(null) instanceof Map)) {
            found.add(new JsonProblem("", "wrong_type", "The line must be a JSON object."));
        }
        found.forEach(problem -> report(number, problem));
        return found.isEmpty()
                ? tree.map(members -> new JsonLine(name, number, (Map<String, @Nullable Object>) members, problems))
                : Optional.empty();
    }

    private void report(long number, JsonProblem problem) {
        problems.add(name, number, problem);
    }
}
