package io.sekisho.client;

/** What turned out to be true of an event, an order, an account or a code. */
public enum Verdict implements Word {
    TAKEOVER,
    CARD_FRAUD,
    FIRST_PARTY,
    HONEST
}
