package io.sekisho.client;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a list of events that one request carries.
 *
 * @param from place of the first event in the list
 * @param to place after the last
 */
record Batch(int from, int to) {

    /** The server takes no more at once. */
    static final int MOST_EVENTS = 1_000;

    /** The server takes no more at once. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** The list in as few parts as the two bounds allow, in its order. */
    static List<Batch> of(List<ShopEvent> events) {
        List<Batch> batches = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < events.size(); i++) {
            int length = events.get(i).bytes().length + 1;
            if (i - from == MOST_EVENTS || bytes + length > MOST_BYTES) {
                batches.add(new Batch(from, i));
                from = i;
                bytes = 0;
            }
            bytes += length;
        }
        if (from < events.size()) {
            batches.add(new Batch(from, events.size()));
        }
        return batches;
    }

    int size() {
        return to - from;
    }

    /** A line for each event. */
    byte[] ndjson(List<ShopEvent> events) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ShopEvent event : events.subList(from, to)) {
            lines.writeBytes(event.bytes());
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** Problems of this batch, told by the place in the whole list. */
    List<Problem> placed(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.line() == null ? problem : problem.inLine(problem.line() + from))
                .toList();
    }
}
