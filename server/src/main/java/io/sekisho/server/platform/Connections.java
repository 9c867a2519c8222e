package io.sekisho.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sekisho.server.platform.postgres.Address;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A bounded pool of connections to wherever PostgreSQL is now, and one beside it to see whether it answers. */
final class Connections implements AutoCloseable {

    static final int MOST = 10;

    /** How long one waits for a connection, all being busy. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final int CONNECT_SECONDS = 2;

    /** Without an answer for so long a connection is given up. */
    private static final int ANSWER_SECONDS = 30;

    /** A script may rebuild an index. */
    private static final int MIGRATION_SECONDS = 3_600;

    private static final int CHECK_SECONDS = 2;

    private final HikariDataSource pool;
    private volatile @Nullable Address address;
    private @Nullable Connection checked;

    Connections() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setDataSource(source(ANSWER_SECONDS));
        config.setMaximumPoolSize(MOST);
        // None is held while PostgreSQL is away: nothing then tries in the background.
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
        this.pool = new HikariDataSource(config);
    }

    DataSource pool() {
        return pool;
    }

    /** Without a pool and with long patience. */
    DataSource forMigration() {
        return source(MIGRATION_SECONDS);
    }

    /** From now on connections lead there; those that led elsewhere are dropped. */
    void use(Address next) throws SQLException {
        address = next;
        forget();
        pool.getHikariPoolMXBean().softEvictConnections();
        check();
    }

    /** Throws where PostgreSQL does not answer. */
    void check() throws SQLException {
        if (checked == null) {
            checked = connect(address(), CHECK_SECONDS);
        }
        if (!checked.isValid(CHECK_SECONDS)) {
            forget();
            throw new SQLException("it does not answer at " + address());
        }
    }

    @Override
    public void close() {
        forget();
        pool.close();
    }

    /** One connection beside the pool. */
    static Connection connect(Address address) throws SQLException {
        return connect(address, ANSWER_SECONDS);
    }

    private static Connection connect(Address address, int answerSeconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "sekisho");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        // The details of an error name the values of the row.
        properties.setProperty("logServerErrorDetail", "false");
        if (address.user() != null) {
            properties.setProperty("user", address.user());
        }
        if (address.password() != null) {
            properties.setProperty("password", address.password());
        }
        return DriverManager.getConnection(address.url(), properties);
    }

    private Address address() throws SQLException {
        Address now = address;
        if (now == null) {
            throw new SQLException("there is no PostgreSQL yet");
        }
        return now;
    }

    private void forget() {
        try {
            if (checked != null) {
                checked.close();
            }
        } catch (SQLException alreadyGone) {
            // It is thrown away in any case.
        } finally {
            checked = null;
        }
    }

    private DataSource source(int answerSeconds) {
        return new AbstractDataSource() {

            @Override
            public Connection getConnection() throws SQLException {
                return connect(address(), answerSeconds);
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                throw new SQLFeatureNotSupportedException("Connections have one user");
            }
        };
    }
}
