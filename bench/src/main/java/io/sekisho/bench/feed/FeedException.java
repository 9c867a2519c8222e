package io.sekisho.bench.feed;

/** A file of events that cannot be sent; the message tells where and what to do. */
public final class FeedException extends RuntimeException {

    public FeedException(String message) {
        super(message);
    }

    public FeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
