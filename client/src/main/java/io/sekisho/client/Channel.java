package io.sekisho.client;

/** Where the customer and the shop met. */
public enum Channel implements Word {
    WEB,
    APP,
    WALLET,
    PHONE,
    API,
    BATCH
}
