package io.sekisho.cli.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts how flagged and labelled events agree. */
final class DetectionTally {

    private final long[] count = new long[4];
    private final Map<String, long[]> amounts = new TreeMap<>();
    private long undecided;
    private boolean hasUnnamedFraud;

    /** Takes an event of which it is known whether it was fraud. */
    void add(SeenEvent event, boolean isFraud, @Nullable Label label) {
        hasUnnamedFraud |= isFraud && label != null && label.scenario().isEmpty();
        undecided += event.outcome == null ? 1 : 0;
        int cell = (isFraud ? 0 : 2) + (event.isFlagged() ? 0 : 1);
        count[cell]++;
        PlacedOrder order = event.order;
        if (order != null && event.createsOrder()) {
            amounts.computeIfAbsent(order.amount.currency(), currency -> new long[4])[cell] += order.amount.value();
        }
    }

    /** Null where no fraud is without a scenario: then the scenarios say more. */
    Score.@Nullable Detection detection() {
        if (!hasUnnamedFraud) {
            return null;
        }
        List<Score.FoundAmount> byCurrency = new ArrayList<>();
        amounts.forEach((currency, cells) -> byCurrency.add(new Score.FoundAmount(currency, found(cells))));
        return new Score.Detection(found(count), byCurrency, undecided);
    }

    private static Score.Found found(long[] cells) {
        return new Score.Found(cells[0], cells[1], cells[2], cells[3]);
    }
}
