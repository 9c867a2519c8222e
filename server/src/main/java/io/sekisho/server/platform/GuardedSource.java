package io.sekisho.server.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool as the modules see it: while the database is away it refuses at once, with the reason. */
final class GuardedSource extends DelegatingDataSource {

    private final Database database;

    GuardedSource(DataSource pool, Database database) {
        super(pool);
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        database.requireReady();
        try {
            return super.getConnection();
        } catch (SQLException refused) {
            database.suspect();
            throw new UnavailableException(
                    "database", "No connection to the database within two seconds: it is overloaded or away", refused);
        }
    }
}
