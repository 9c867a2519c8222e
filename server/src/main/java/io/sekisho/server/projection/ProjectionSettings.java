package io.sekisho.server.projection;

import java.time.Duration;

/**
 * How the projection goes about its work.
 *
 * @param batchRecords most records in one transaction
 * @param batchBytes most bytes of records in one transaction, but for one record that is longer
 * @param retention how long events and decisions are kept, from when they happened and from when they were brought in,
 *     whichever is later; what they made of accounts, orders, payments, codes and labels stays
 */
public record ProjectionSettings(int batchRecords, int batchBytes, Duration retention) {

    /** {@code sekisho.projection.retention-days} where nothing else is said. */
    public static final int RETENTION_DAYS = 400;

    /** With the usual batches. */
    public static ProjectionSettings of(Duration retention) {
        return new ProjectionSettings(4_096, 4 << 20, retention);
    }

    public ProjectionSettings {
        if (batchRecords < 1 || batchBytes < 1) {
            throw new IllegalArgumentException("A batch holds at least one record and one byte");
        }
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "Events are kept for a day at least (sekisho.projection.retention-days), not for " + retention);
        }
    }
}
