package io.sekisho.server.platform;

import io.sekisho.server.platform.postgres.Address;
import io.sekisho.server.platform.postgres.OwnPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own PostgreSQL with a database and a role in it that may do no more than it must. */
final class EmbeddedPostgres implements PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** Of the role and of its database. */
    private static final String NAME = "sekisho";

    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final OwnPostgres postgres;
    private OwnPostgres.@Nullable Started started;

    EmbeddedPostgres(OwnPostgres postgres) {
        this.postgres = postgres;
    }

    @Override
    public Address open() throws IOException, SQLException {
        OwnPostgres.Started running = started;
        if (running == null || postgres.hasEnded(running)) {
            running = postgres.start();
            started = running;
        }
        Address administrator = running.address();
        try (Connection connection = Connections.connect(administrator);
                Statement statement = connection.createStatement()) {
            requireDurable(statement);
            prepare(connection, statement, String.valueOf(administrator.password()));
        }
        return new Address(administrator.url().replaceFirst("/[^/]*$", "/" + NAME), NAME, administrator.password());
    }

    @Override
    public boolean hasEnded() {
        return started != null && postgres.hasEnded(started);
    }

    @Override
    public void close() {
        try {
            postgres.stop();
        } catch (IOException unstopped) {
            LOG.atWarn().addKeyValue("why", unstopped.getMessage()).log("Own PostgreSQL goes on running");
        }
    }

    private static void requireDurable(Statement statement) throws SQLException {
        for (String setting : MUST_BE_ON) {
            try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
                if (!shown.next() || !shown.getString(1).equals("on")) {
                    throw new SQLException(setting + " is not on: a crash would lose what was committed");
                }
            }
        }
    }

    /** The password holds letters and digits only: it is our own. */
    private static void prepare(Connection connection, Statement statement, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
        }
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?")) {
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(query)) {
            asked.setString(1, NAME);
            try (ResultSet found = asked.executeQuery()) {
                return found.next();
            }
        }
    }
}
