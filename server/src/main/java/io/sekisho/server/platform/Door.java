package io.sekisho.server.platform;

/** A port at which the server answers: each is a bean, and the server is ready when all are open. */
public interface Door {

    /** The name of the main port, for people and machines. */
    String MAIN = "main";

    /** The name of the gate, for machines alone. */
    String GATE = "gate";

    String name();

    /** The port that it is bound to; 0 while it is not open. */
    int port();
}
