package io.sekisho.server.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes rows of its own in the very transaction that brings events into PostgreSQL, and so exactly once. Called by the
 * projector's thread alone; whatever it throws fails the batch like any other failure.
 */
public interface RecordFollower {

    /** What it remembers of its tables may be wrong by now: the database was away, or somebody else wrote. */
    void forget();

    /** New events, in the order of the journal; the projection's own rows of them are written already. */
    void follow(Connection connection, List<ProjectedEvent> events) throws SQLException;

    /** What was followed last is committed. Must be quick, and not throw. */
    void committed();
}
