package io.sekisho.engine.expression;

import java.util.Locale;

/** Why a feature or a fact has no value; absent is never the same as suspicious. */
public enum Absence {
    /** The event lacks the key by which the feature counts. */
    NO_KEY,
    /** No event lies in the window. */
    EMPTY,
    /** The event's money is in another currency than the feature's. */
    CURRENCY,
    /** The account's past is not known yet. */
    NO_HISTORY,
    /** The event does not carry what the fact is drawn from. */
    NOT_GIVEN,
    /** What the event carries cannot be read: no address, no country code. */
    MALFORMED,
    /** The address belongs to nobody in particular: private, loopback, link-local. */
    PRIVATE_RANGE,
    /** The address is reserved for documentation and tests. */
    DOCUMENTATION_RANGE,
    /** The address is reserved for protocols, benchmarks, multicast or the future. */
    RESERVED_RANGE,
    /** The table knows nothing of it. */
    NOT_IN_TABLE,
    /** The table is missing or damaged. */
    NO_TABLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
