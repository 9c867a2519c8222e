package io.sekisho.cli.policy;

import io.sekisho.engine.problem.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints problems of a policy, each with its line and a caret under the place. */
final class ProblemPrinter {

    private final Path directory;
    private final Map<String, List<String>> lines = new HashMap<>();

    ProblemPrinter(Path directory) {
        this.directory = directory;
    }

    void print(List<Problem> problems, PrintStream out) {
        problems.forEach(problem -> print(problem, out));
    }

    private void print(Problem problem, PrintStream out) {
        String severity = problem.isError() ? "error" : "warning";
        out.println(directory.resolve(problem.origin().file()) + ":"
                + problem.origin().line() + ":" + problem.origin().column() + ": " + severity + ": " + problem.code()
                + ": " + problem.detail());
        List<String> file = lines.computeIfAbsent(problem.origin().file(), this::read);
        if (problem.origin().line() <= file.size()) {
            String line = file.get(problem.origin().line() - 1);
            out.println("    " + line);
            out.println("    " + pad(line, problem.origin().column() - 1) + "^");
        }
    }

    /** As wide as the line up to there: characters that fill two cells are matched by a space that does. */
    private static String pad(String line, int columns) {
        StringBuilder pad = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            boolean isWide = i < line.length() && line.charAt(i) >= 0x1100;
            pad.append(isWide ? '\u3000' : ' ');
        }
        return pad.toString();
    }

    private List<String> read(String file) {
        try {
            return Files.readAllLines(directory.resolve(file));
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
