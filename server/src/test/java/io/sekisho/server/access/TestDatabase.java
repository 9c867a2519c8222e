package io.sekisho.server.access;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database of its own for each test class, in one real PostgreSQL. */
public final class TestDatabase {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String url;
    private final DataSource source;

    private TestDatabase(String url) {
        this.url = url;
        this.source = new DriverManagerDataSource(url);
    }

    /** Started when it is first needed; it ends with the JVM. */
    private static final class Postgres {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Migrated. */
    public static TestDatabase create() {
        TestDatabase database = empty();
        Flyway.configure()
                .dataSource(database.source())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    /** For a server, which migrates it itself. */
    public static TestDatabase empty() {
        String name = "test_" + NUMBERS.incrementAndGet();
        new JdbcTemplate(Postgres.RUNNING.getPostgresDatabase()).execute("create database " + name);
        return new TestDatabase(Postgres.RUNNING.getJdbcUrl("postgres", name));
    }

    public String url() {
        return url;
    }

    public DataSource source() {
        return source;
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(source);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }
}
