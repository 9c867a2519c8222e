package io.sekisho.client;

/** What the server does with a batch that holds a bad event. */
public enum SendMode {
    /** It takes none of the batch. */
    ALL_OR_NOTHING,
    /** It takes the good ones and names the others. */
    PARTIAL
}
