package io.sekisho.client;

/** What an order is paid with. */
public enum PaymentMethod implements Word {
    CARD,
    GIFT_BALANCE,
    POINTS,
    WALLET,
    CARRIER,
    BANK_TRANSFER,
    PAY_LATER,
    CONVENIENCE_STORE,
    COD
}
