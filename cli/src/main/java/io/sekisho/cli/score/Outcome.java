package io.sekisho.cli.score;

/** What a decision said; the order is that of strictness. */
enum Outcome {
    ALLOW,
    CHALLENGE,
    HOLD,
    DENY
}
