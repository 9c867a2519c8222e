package io.sekisho.wire.policy;

import io.sekisho.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Policy directories that tests write down. */
final class PolicyText {

    /** The least that a policy.yaml says. */
    static final String POLICY = """
            format: 1
            version: test-1
            decides: [order.created]
            """;

    private PolicyText() {}

    /** Writes a file of the directory, its folders too. */
    static void write(Path directory, String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** A line a problem, as people get to see it; paths of the machine left out. */
    static String lines(Path directory, List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.origin()
                        + ": "
                        + (problem.isError() ? "" : "warning: ")
                        + problem.code()
                        + ": "
                        + problem.detail().replace(directory.toString(), "DIR")
                        + "\n")
                .collect(Collectors.joining());
    }
}
