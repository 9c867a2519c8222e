package io.sekisho.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of events that were sent without waiting for decisions.
 *
 * @param accepted how many of them are durable at the server for certain
 * @param settled how many of them, from the first, the server has answered for; those after it are to be sent again, as
 *     they are: what arrived nevertheless is recognised
 * @param refused what a partial sending left out, by line: the place in the list, from 1
 * @param failure why the rest was not settled; null where all was
 */
public record Receipt(
        int accepted,
        int settled,
        List<Problem> refused,
        @Nullable Failure failure) {

    public Receipt {
        refused = List.copyOf(refused);
    }

    /** True where every event is durable at the server. */
    public boolean isComplete() {
        return failure == null && refused.isEmpty();
    }
}
