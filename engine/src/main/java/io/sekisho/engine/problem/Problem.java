package io.sekisho.engine.problem;

/**
 * Something wrong with a policy, where, and what to do about it.
 *
 * @param code stable, for machines
 * @param detail a sentence or two, for people
 */
public record Problem(Severity severity, Origin origin, String code, String detail) {

    /** An error keeps a policy from being used; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(Origin origin, String code, String detail) {
        return new Problem(Severity.ERROR, origin, code, detail);
    }

    public static Problem warning(Origin origin, String code, String detail) {
        return new Problem(Severity.WARNING, origin, code, detail);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
