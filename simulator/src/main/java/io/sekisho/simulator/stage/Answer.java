package io.sekisho.simulator.stage;

/** What the shop lets happen after an event: the outcomes of a decision, laxest first. */
public enum Answer {
    ALLOW,
    CHALLENGE,
    HOLD,
    DENY
}
