package io.sekisho.cli.console;

import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.json.EchoedText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints problems of files that people write, each with its line and a caret under the place; no long number is shown. */
public final class ProblemPrinter {

    private final Path directory;
    private final Map<String, List<String>> lines = new HashMap<>();

    /** Of files whose names are relative to that directory. */
    public ProblemPrinter(Path directory) {
        this.directory = directory;
    }

    /** Of one file, whose text is at hand. */
    public ProblemPrinter(String file, String text) {
        this(Path.of(""));
        lines.put(file, text.lines().toList());
    }

    public void print(List<Problem> problems, PrintStream out) {
        problems.forEach(problem -> print(problem, out));
    }

    public void print(Problem problem, PrintStream out) {
        String severity = problem.isError() ? "error" : "warning";
        out.println(directory.resolve(problem.origin().file()) + ":"
                + problem.origin().line() + ":" + problem.origin().column() + ": " + severity + ": " + problem.code()
                + ": " + EchoedText.withoutLongNumbers(problem.detail()));
        List<String> file = lines.computeIfAbsent(problem.origin().file(), this::read);
        if (problem.origin().line() <= file.size()) {
            String line =
                    EchoedText.withoutLongNumbers(file.get(problem.origin().line() - 1));
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
            return java.nio.file.Files.readAllLines(directory.resolve(file));
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
