package io.sekisho.server.platform;

import io.sekisho.server.platform.postgres.Address;
import java.io.IOException;
import java.sql.SQLException;

/** The PostgreSQL behind the database: our own, or one that was given. Opened by one thread. */
interface PostgresServer extends AutoCloseable {

    /** Makes it ready to be connected to, and says where; called again after it was away. */
    Address open() throws IOException, SQLException;

    /** True where it is sure that nobody answers any more. */
    boolean hasEnded();

    @Override
    void close();
}
