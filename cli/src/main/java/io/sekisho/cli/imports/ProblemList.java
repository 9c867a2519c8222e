package io.sekisho.cli.imports;

import java.io.PrintStream;

/** Prints problems as they are found, up to a bound; what is above it is only counted. */
public final class ProblemList {

    /** So many are printed. */
    public static final int MOST_PRINTED = 100;

    private final PrintStream out;
    private long count;

    public ProblemList(PrintStream out) {
        this.out = out;
    }

    public void add(Object problem) {
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
