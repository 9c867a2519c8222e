package io.sekisho.server.platform;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database of a data folder, open for a look while no server runs on it. */
public final class DatabaseVisit implements AutoCloseable {

    private final PostgresServer server;
    private final Connections connections = new Connections();

    private DatabaseVisit(PostgresServer server) throws IOException, SQLException {
        this.server = server;
        connections.use(server.open());
    }

    /**
     * Opens the database at that URL, or the folder's own.
     *
     * @throws UnavailableException if it does not answer
     */
    public static DatabaseVisit open(DataFolder folder, @Nullable String dbUrl, SecureRandom random) {
        try {
            return new DatabaseVisit(DatabaseConfiguration.server(dbUrl, folder, random));
        } catch (IOException | SQLException failed) {
            throw new UnavailableException("database", "The database cannot be opened: " + failed.getMessage(), failed);
        }
    }

    public DataSource source() {
        return connections.pool();
    }

    /** Stops what was started for the visit. */
    @Override
    public void close() {
        connections.close();
        server.close();
    }
}
