package io.sekisho.client;

/** Who did it. */
public enum Actor implements Word {
    CUSTOMER,
    AGENT,
    SYSTEM
}
