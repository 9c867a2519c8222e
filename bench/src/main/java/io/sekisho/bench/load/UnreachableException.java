package io.sekisho.bench.load;

/** Nobody answers where load was to be sent; the message tells where. */
public final class UnreachableException extends RuntimeException {

    public UnreachableException(String message) {
        super(message);
    }
}
