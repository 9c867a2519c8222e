package io.sekisho.server.projection;

import java.util.List;
import javax.sql.DataSource;

/**
 * Where the projection brings the journal.
 *
 * @param followers who write rows of their own in the same transactions, in this order
 */
public record ProjectionTarget(DataSource source, String shopId, List<RecordFollower> followers) {

    public ProjectionTarget {
        followers = List.copyOf(followers);
    }

    /** With nobody who follows. */
    public ProjectionTarget(DataSource source, String shopId) {
        this(source, shopId, List.of());
    }
}
