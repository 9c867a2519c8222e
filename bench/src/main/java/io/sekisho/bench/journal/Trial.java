package io.sekisho.bench.journal;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * Batches of records appended for a while.
 *
 * @param perSecond records made durable a second
 * @param medianNanos of a batch, appending and committing
 * @param ninetyNinthNanos what 1 batch in 100 exceeds
 */
record Trial(double perSecond, long medianNanos, long ninetyNinthNanos) {

    /** A trial ends here at the latest, so that a fast disk is not filled. */
    static final long MOST_BYTES = 200L * 1024 * 1024;

    /** Appends batches until the time is over or {@link #MOST_BYTES} are written; at least one. */
    static Trial run(Appender to, byte[] record, int batch, long spanNanos, LongSupplier nanos) throws IOException {
        Histogram batches = new Histogram(3);
        long most = Math.max(1, MOST_BYTES / ((long) batch * record.length));
        long start = nanos.getAsLong();
        long before = start;
        do {
            for (int i = 0; i < batch; i++) {
                to.append(record);
            }
            to.commit();
            long now = nanos.getAsLong();
            batches.recordValue(now - before);
            before = now;
        } while (before - start < spanNanos && batches.getTotalCount() < most);
        return new Trial(
                batches.getTotalCount() * (double) batch * 1e9 / (before - start),
                batches.getValueAtPercentile(50),
                batches.getValueAtPercentile(99));
    }
}
