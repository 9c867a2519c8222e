package io.sekisho.wire.journal;

/** A journal or checkpoint that cannot be used as it is; the message tells where and what to do. */
public final class JournalException extends RuntimeException {

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
