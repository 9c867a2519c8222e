package io.sekisho.server.demo;

/**
 * Given at the start, it makes the server a demonstration: mail goes into a mailbox of its own, which signed-in people see.
 *
 * @param mailPort of the mail server on the loopback; 0 for any that is free
 */
public record DemoSettings(int mailPort) {

    /** On any port. */
    public static final DemoSettings USUAL = new DemoSettings(0);
}
