package io.sekisho.simulator.stream;

/** Who does what an event tells. An attacker is a customer here: the shop cannot see the difference. */
public enum Actor {
    CUSTOMER,
    SYSTEM
}
