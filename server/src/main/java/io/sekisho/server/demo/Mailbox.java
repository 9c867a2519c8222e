package io.sekisho.server.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest messages that the demonstration's mail server took; the oldest leave. May be shared by threads. */
public final class Mailbox {

    static final int MOST = 200;

    private final Deque<ReceivedMail> messages = new ArrayDeque<>();
    private long last;

    /** The newest first. */
    public synchronized List<ReceivedMail> all() {
        List<ReceivedMail> all = new ArrayList<>(messages);
        Collections.reverse(all);
        return all;
    }

    /** Nothing where there never was one of that number, or it has left. */
    public synchronized Optional<ReceivedMail> of(long id) {
        return messages.stream().filter(message -> message.id() == id).findFirst();
    }

    synchronized void add(String recipient, byte[] bytes) {
        if (messages.size() == MOST) {
            messages.removeFirst();
        }
        last++;
        messages.addLast(ReceivedMail.read(last, recipient, bytes));
    }
}
