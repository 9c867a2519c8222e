package io.sekisho.simulator.incident;

/** How the account's past is told. */
public enum Telling {
    /** By the events of the time before. */
    EVENTS,
    /** By nothing but what the shop says of the account with logins and orders, as on the first day with Sekisho. */
    ACCOUNT_BLOCK
}
