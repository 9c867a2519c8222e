package io.sekisho.engine.expression;

/** What a condition says of an event. */
public enum Verdict {
    HIT,
    MISS,
    /** It could not tell: something that it needs is absent. */
    UNKNOWN
}
