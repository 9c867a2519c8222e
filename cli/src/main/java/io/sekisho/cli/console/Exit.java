package io.sekisho.cli.console;

/** The exit codes of every command. */
public final class Exit {

    public static final int OK = 0;

    /** The work failed, or a check did not hold. */
    public static final int FAILED = 1;

    /** Arguments or input that cannot be used. */
    public static final int UNUSABLE = 2;

    /** Something that the command needs is not there. */
    public static final int UNAVAILABLE = 3;

    private Exit() {}
}
