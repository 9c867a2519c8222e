package io.sekisho.server.platform;

/** What the server was given at its start cannot be used; the message names every problem, where, and what to do. */
public final class UnusableInputException extends RuntimeException {

    public UnusableInputException(String message) {
        super(message);
    }
}
