package io.sekisho.client;

import java.util.Locale;

/** A word out of a closed list of the contract. */
interface Word {

    /** Name of the constant. */
    String name();

    /** As it is written on the wire. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
