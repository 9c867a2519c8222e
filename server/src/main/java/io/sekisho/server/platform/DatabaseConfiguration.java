package io.sekisho.server.platform;

import io.sekisho.server.platform.postgres.Address;
import io.sekisho.server.platform.postgres.OwnPostgres;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database and what the modules use of it; none of these waits for it when it is made. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int PASSWORD_BYTES = 24;

    /** A query that takes longer is cancelled. */
    private static final int QUERY_SECONDS = 10;

    @Bean(destroyMethod = "")
    Connections connections() {
        return new Connections();
    }

    @Bean
    Database database(Settings settings, DataFolder folder, SecureRandom random, Connections connections) {
        PostgresServer server = server(settings.dbUrl(), folder, random);
        Database database = new Database(server, connections, new Migration(connections.forMigration()));
        database.start();
        return database;
    }

    @Bean
    DataSource dataSource(Connections connections, Database database) {
        return new GuardedSource(connections.pool(), database);
    }

    @Bean
    SQLExceptionTranslator brokenConnection(Database database) {
        return new BrokenConnection(database);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource source, SQLExceptionTranslator translator) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setExceptionTranslator(translator);
        template.setQueryTimeout(QUERY_SECONDS);
        return template;
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source, SQLExceptionTranslator translator) {
        return new DatabaseTransactions(source, translator);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /** The one at that URL, or our own. */
    static PostgresServer server(@Nullable String dbUrl, DataFolder folder, SecureRandom random) {
        return dbUrl == null
                ? new EmbeddedPostgres(new OwnPostgres(
                        folder.database(), folder.secrets().resolve("database"), () -> password(random)))
                : new GivenPostgres(
                        new Address(dbUrl, System.getenv("SEKISHO_DB_USER"), System.getenv("SEKISHO_DB_PASSWORD")));
    }

    private static String password(SecureRandom random) {
        byte[] drawn = new byte[PASSWORD_BYTES];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
