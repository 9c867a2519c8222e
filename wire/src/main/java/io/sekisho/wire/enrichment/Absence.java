package io.sekisho.wire.enrichment;

import java.util.Locale;

/** Why a fact is absent. None of these is suspicious in itself. */
public enum Absence {
    /** The event did not carry what the fact is derived from. */
    NOT_GIVEN,
    /** What the event carried cannot be read: no IP address, no mail address, no country code. */
    MALFORMED,
    /** Private, loopback, link-local, unique local or carrier-shared space: it says nothing about a place or a network. */
    PRIVATE_RANGE,
    /** Space set aside for examples in documents. */
    DOCUMENTATION_RANGE,
    /** Space set aside for protocols, benchmarks, multicast or the future. */
    RESERVED_RANGE,
    /** The table does not list it. */
    NOT_IN_TABLE,
    /** The table is missing or damaged; its problem text says what to do. */
    NO_TABLE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The reason as facts and reports spell it, for example {@code not_in_table}. */
    public String code() {
        return code;
    }
}
