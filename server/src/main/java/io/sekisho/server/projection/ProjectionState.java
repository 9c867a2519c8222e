package io.sekisho.server.projection;

import org.jspecify.annotations.Nullable;

/**
 * How the projection stands.
 *
 * @param position the last record that is in PostgreSQL, as far as is known
 * @param lagRecords how many durable records are not there yet
 * @param lagSeconds how old the oldest of these is
 * @param projected how many this process has brought there
 * @param failures how many could not be brought there, ever; they are in {@code projection_failure}
 * @param trouble why it does not go on, if it does not; without personal data
 */
public record ProjectionState(
        long position,
        long lagRecords,
        long lagSeconds,
        long projected,
        long failures,
        @Nullable String trouble) {}
