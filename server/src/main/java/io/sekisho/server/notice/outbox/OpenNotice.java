package io.sekisho.server.notice.outbox;

/**
 * A notice to which acts may belong.
 *
 * @param episode reference of the first notice; its own where it is the first
 * @param sealedMillis since when nothing is added to it; 0 where the sender has not begun
 */
record OpenNotice(
        String reference, String episode, long receivedMillis, long dueMillis, boolean isLapsed, long sealedMillis) {

    boolean isFirst() {
        return reference.equals(episode);
    }

    boolean isOpen() {
        return sealedMillis == 0;
    }

    /** The same, to be sent with others at that time. */
    static OpenNotice followUp(String reference, OpenNotice first, long receivedMillis, long dueMillis) {
        return new OpenNotice(reference, first.episode(), receivedMillis, dueMillis, first.isLapsed(), 0);
    }

    static OpenNotice first(String reference, long receivedMillis, long dueMillis, boolean isLapsed) {
        return new OpenNotice(reference, reference, receivedMillis, dueMillis, isLapsed, 0);
    }
}
