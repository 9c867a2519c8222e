package io.sekisho.simulator.shop;

import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.Order;

/** The trap in which an honest customer's doings are counted. */
public interface Mark {
    String trap();

    /** Whether an order that is just being placed belongs to the trap. */
    boolean covers(Order order, Connection connection);
}
