package io.sekisho.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sekisho.server.RunningServer;
import io.sekisho.server.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server's own PostgreSQL. */
final class EmbeddedDatabaseTest {

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() throws InterruptedException {
        server = RunningServer.start(data).whenReady();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, localhost",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "log_error_verbosity, terse",
        "server_encoding, UTF8"
    })
    void isDurableAndClosed(String setting, String value) throws IOException, SQLException {
        String password = Files.readString(data.resolve("secrets/database")).strip();
        try (Connection administrator = DriverManager.getConnection(url(), "postgres", password);
                PreparedStatement shown = administrator.prepareStatement("SELECT current_setting(?)")) {
            shown.setString(1, setting);
            try (ResultSet row = shown.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(value);
            }
        }
    }

    @Test
    void nobodyComesInWithoutThePassword() throws IOException {
        assertThatThrownBy(() ->
                        DriverManager.getConnection(url(), "postgres", "guess").close())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        assertThat(Files.readAllLines(data.resolve("database/cluster/pg_hba.conf")).stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank()))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @Test
    void theServersRoleIsNoSuperuser() {
        assertThat(client().sql(
                                "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void theSchemaIsBroughtUpToDate() {
        assertThat(client().sql(
                                "SELECT count(*) FROM information_schema.tables WHERE table_name = 'flyway_schema_history'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyElseReadsItsFolders() throws IOException {
        for (String folder : new String[] {"database", "database/cluster", "secrets"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(folder))))
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets/database"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isStartedAgainWhenItsProcessEnds() throws Exception {
        client().sql("CREATE TABLE kept (id bigint PRIMARY KEY)").update();
        client().sql("INSERT INTO kept VALUES (7)").update();
        ProcessHandle before = postmaster(data);

        assertThat(before.destroyForcibly()).isTrue();
        Waiting.until("another postmaster", () -> isAnother(before));
        server.whenReady();

        assertThat(client().sql("SELECT id FROM kept").query(Long.class).single())
                .isEqualTo(7);
    }

    private static boolean isAnother(ProcessHandle before) {
        return server.part(Database.class).state().isReady() && postmaster(data).pid() != before.pid();
    }

    static ProcessHandle postmaster(Path data) {
        try {
            String number = Files.readAllLines(data.resolve("database/cluster/postmaster.pid"))
                    .getFirst();
            return ProcessHandle.of(Long.parseLong(number.strip())).orElse(ProcessHandle.current());
        } catch (IOException | RuntimeException notWrittenNow) {
            return ProcessHandle.current();
        }
    }

    private static String url() {
        Integer port = client().sql("SELECT current_setting('port')::int")
                .query(Integer.class)
                .single();
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    private static JdbcClient client() {
        return server.part(JdbcClient.class);
    }
}
