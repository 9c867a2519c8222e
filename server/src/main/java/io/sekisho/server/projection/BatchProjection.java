package io.sekisho.server.projection;

import io.sekisho.server.projection.fold.Folding;
import io.sekisho.server.projection.fold.RecordReading;
import io.sekisho.server.projection.fold.Told;
import io.sekisho.server.projection.fold.Told.EventTold;
import io.sekisho.server.projection.postgres.ChangesWriter;
import io.sekisho.server.projection.postgres.Months;
import io.sekisho.server.projection.postgres.PositionRow;
import io.sekisho.server.projection.postgres.PositionRow.Position;
import io.sekisho.wire.journal.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Brings one batch of records after the other into PostgreSQL, each with the position in one transaction. One thread. */
final class BatchProjection implements AutoCloseable {

    private static final String LIMITS = "set local statement_timeout = '60s'; set local lock_timeout = '10s'";

    private final JournalTail tail;
    private final RecordReading reading;
    private final DataSource source;
    private final ProjectionSettings settings;
    private final InstantSource time;
    private final List<RecordFollower> followers;
    private final ChangesWriter writer;
    private final PositionRow positions;
    private final Months events = new Months("event", "happened_at");
    private final Months decisions = new Months("decision", "decided_at");
    private @Nullable JournalReader reader;
    private @Nullable Position position;

    BatchProjection(ProjectionTarget target, JournalTail tail, ProjectionSettings settings, InstantSource time) {
        this.tail = tail;
        this.reading = new RecordReading(tail.policies());
        this.source = target.source();
        this.followers = target.followers();
        this.settings = settings;
        this.time = time;
        this.writer = new ChangesWriter(target.shopId());
        this.positions = new PositionRow(target.shopId());
    }

    /** What PostgreSQL says of earlier work. */
    record Found(long position, long failures) {}

    boolean isOpen() {
        return position != null;
    }

    /** Whatever was known of PostgreSQL may be wrong by now, and the journal may have been opened anew. */
    void forget() {
        position = null;
        closeReader();
        events.forget();
        decisions.forget();
        followers.forEach(RecordFollower::forget);
    }

    /**
     * Finds out where to go on.
     *
     * @throws ForeignDatabaseException if PostgreSQL does not hold what this journal told
     */
    Found open() throws SQLException {
        try (Connection connection = begin()) {
            Position found = positions.lock(connection);
            check(connection, found);
            long failures = positions.failures(connection);
            connection.commit();
            position = found;
            return new Found(found.number(), failures);
        }
    }

    /** When the next record was made, of which there must be one. */
    long pendingMillis() {
        return switch (reading.read(last() + 1, record(last() + 1))) {
            case EventTold event -> event.accepted().decidedMillis();
            case Told.ListTold list -> list.change().atMillis();
            case Told.PolicyTold policy -> policy.policy().atMillis();
        };
    }

    /**
     * Brings the next records in, up to a committed one, and at most so many. Answers with the number of the last.
     *
     * @throws SQLException or RuntimeException, and nothing has changed
     */
    long project(long committed, int most) throws SQLException {
        Instant now = time.instant();
        Batch batch = read(committed, most);
        Folding folding = new Folding(now.toEpochMilli());
        batch.told.forEach(folding::want);
        try (Connection connection = begin()) {
            makeMonths(connection, batch.told, now);
            limit(connection);
            if (!positions.lock(connection).equals(position)) {
                throw new SQLException("Somebody else has moved the projection", "40001");
            }
            writer.load(connection, folding.changes());
            batch.told.forEach(folding::apply);
            writer.write(connection, folding.changes());
            follow(connection, batch.told);
            finish(connection, batch.end, now);
        }
        followers.forEach(RecordFollower::committed);
        return batch.end.number();
    }

    /** Leaves the next record out, and says so in PostgreSQL. */
    long skip(String reason) throws SQLException {
        Instant now = time.instant();
        long number = last() + 1;
        Position end = new Position(number, PositionRow.checksum(record(number)));
        try (Connection connection = begin()) {
            limit(connection);
            positions.lock(connection);
            positions.fail(connection, number, reason, now.toEpochMilli());
            finish(connection, end, now);
        }
        return number;
    }

    /** Drops the months that are over; answers with their names. */
    List<String> retain() throws SQLException {
        try (Connection connection = begin()) {
            Instant now = time.instant();
            List<String> dropped = new ArrayList<>(events.retain(connection, settings.retention(), now));
            dropped.addAll(decisions.retain(connection, settings.retention(), now));
            return dropped;
        }
    }

    @Override
    public void close() {
        closeReader();
    }

    private byte[] record(long number) {
        if (reader == null) {
            reader = tail.readers().get();
        }
        return reader.read(number);
    }

    private void closeReader() {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        } finally {
            reader = null;
        }
    }

    /** Records, understood; and where they end. */
    private record Batch(List<Told> told, Position end) {}

    private Batch read(long committed, int most) {
        List<Told> told = new ArrayList<>();
        byte[] last = {};
        int bytes = 0;
        for (long number = last() + 1; number <= committed && told.size() < most; number++) {
            byte[] record = record(number);
            bytes += record.length;
            if (bytes > settings.batchBytes() && !told.isEmpty()) {
                break;
            }
            told.add(reading.read(number, record));
            last = record;
        }
        return new Batch(told, new Position(last() + told.size(), PositionRow.checksum(last)));
    }

    private void makeMonths(Connection connection, List<Told> told, Instant now) throws SQLException {
        events.ensure(connection, told(told).mapToLong(event -> event.event().timeMillis()), now);
        decisions.ensure(
                connection,
                told(told)
                        .filter(event -> event.judged() != null)
                        .mapToLong(event -> event.accepted().decidedMillis()),
                now);
        connection.commit();
    }

    private void follow(Connection connection, List<Told> told) throws SQLException {
        if (followers.isEmpty()) {
            return;
        }
        List<ProjectedEvent> projected =
                told(told).map(BatchProjection::projected).toList();
        for (RecordFollower follower : followers) {
            follower.follow(connection, projected);
        }
    }

    private static ProjectedEvent projected(EventTold told) {
        Told.Judged judged = told.judged();
        return new ProjectedEvent(
                told.number(),
                told.event(),
                told.accepted().entry().facts(),
                told.accepted().entry().sealed(),
                told.accepted().treatment(),
                told.accepted().entry().receivedMillis(),
                judged == null
                        ? null
                        : new ProjectedEvent.Verdict(
                                judged.decisionId(),
                                judged.assessment(),
                                ZoneId.of(judged.policy().timezone())));
    }

    private void finish(Connection connection, Position end, Instant now) throws SQLException {
        positions.move(connection, end, now.toEpochMilli());
        connection.commit();
        position = end;
    }

    private void check(Connection connection, Position found) throws SQLException {
        if (found.number() > tail.committed().getAsLong()) {
            throw new ForeignDatabaseException("The database is at record " + found.number()
                    + ", the journal ends before: it belongs to another data folder, or the folder to an older copy.");
        }
        if (found.number() > 0 && PositionRow.checksum(record(found.number())) != found.checksum()) {
            throw new ForeignDatabaseException("Record " + found.number()
                    + " of the journal is not the one that the database holds: it belongs to another data folder.");
        }
        if (positions.hasRowsBeyond(connection, found.number())) {
            throw new ForeignDatabaseException("The database holds events beyond its position " + found.number()
                    + ": it was set back by hand. Empty the projection's tables to project anew.");
        }
    }

    private long last() {
        if (position == null) {
            throw new IllegalStateException("The projection is not open");
        }
        return position.number();
    }

    private Connection begin() throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    private static void limit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMITS);
        }
    }

    private static Stream<EventTold> told(List<Told> records) {
        return records.stream().filter(EventTold.class::isInstance).map(EventTold.class::cast);
    }
}
