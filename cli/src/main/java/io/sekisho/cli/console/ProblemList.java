package io.sekisho.cli.console;

import io.sekisho.wire.json.JsonProblem;
import java.io.PrintStream;

/** Prints problems as they are found, up to a bound; what is above it is only counted. */
public final class ProblemList {

    /** So many are printed. */
    public static final int MOST_PRINTED = 100;

    private final PrintStream out = System.err;
    private long count;

    /** A problem in a line of a file. */
    public void add(String file, long line, JsonProblem problem) {
        add(Files.shown(file) + ":" + line + ": " + problem.pointer() + ": " + problem.code() + ": "
                + problem.detail());
    }

    public void add(String problem) {
        count++;
        if (count <= MOST_PRINTED) {
            out.println(problem);
        }
    }

    /** Says how many were not printed, if any. */
    public void finish() {
        if (count > MOST_PRINTED) {
            out.println("... and " + (count - MOST_PRINTED) + " more problems");
        }
        out.flush();
    }

    public long count() {
        return count;
    }
}
