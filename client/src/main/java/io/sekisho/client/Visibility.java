package io.sekisho.client;

/** Whether the customer sees an order in the list of orders. */
public enum Visibility implements Word {
    HIDDEN,
    SHOWN
}
