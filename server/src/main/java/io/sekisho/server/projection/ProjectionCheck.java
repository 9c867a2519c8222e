package io.sekisho.server.projection;

import io.sekisho.server.projection.check.TableComparison;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * Compares PostgreSQL with the journal: everything that was projected is derived anew in the plainest way, and must be the
 * same. Also while the projector works: it looks at one state of the database. Stateless.
 */
public final class ProjectionCheck {

    private final JournalTail tail;
    private final String shopId;
    private final ProjectionSettings settings;

    public ProjectionCheck(JournalTail tail, String shopId, ProjectionSettings settings) {
        this.tail = tail;
        this.shopId = shopId;
        this.settings = settings;
    }

    /**
     * What a comparison found.
     *
     * @param records how many records were compared
     * @param differences the first of them, in words, with ids but without personal texts
     * @param count of all differences
     */
    public record Findings(long records, List<String> differences, long count) {}

    /** Compares all; events and decisions that are over may be missing. */
    public Findings run(DataSource source, Instant now) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            TableComparison comparison = new TableComparison(
                    connection, shopId, now.minus(settings.retention()).toEpochMilli());
            long records = comparison.run(tail.committed().getAsLong(), tail.readers(), tail.policies());
            connection.rollback();
            connection.setReadOnly(false);
            return new Findings(records, comparison.differences(), comparison.count());
        }
    }
}
