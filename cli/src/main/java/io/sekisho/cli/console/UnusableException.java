package io.sekisho.cli.console;

/** The user asked for something that cannot be done as asked; the message tells what, and what to do. */
public final class UnusableException extends RuntimeException {

    public UnusableException(String message) {
        super(message);
    }

    public UnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
