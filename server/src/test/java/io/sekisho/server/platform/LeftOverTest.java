package io.sekisho.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.RunningServer;
import io.sekisho.server.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a killed server leaves behind does not keep the next from starting. */
@Tag("slow")
final class LeftOverTest {

    private static final int KILLS = 2;

    @TempDir
    private Path data;

    @Test
    void aPostgresThatOutlivedItsServerIsStoppedAndItsRowsAreThere() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            ProcessHandle postmaster = killAfterRow(kill);
            assertThat(postmaster.isAlive()).as("PostgreSQL lives on").isTrue();
        }
        ProcessHandle leftOver = EmbeddedDatabaseTest.postmaster(data);

        try (RunningServer server = RunningServer.start(data).whenReady()) {
            assertThat(server.part(JdbcClient.class)
                            .sql("SELECT count(*) FROM survivor")
                            .query(Long.class)
                            .single())
                    .isEqualTo(KILLS);
            // A process that nobody asked how it ended keeps its number, but has no working folder.
            assertThat(Files.exists(Path.of("/proc", Long.toString(leftOver.pid()), "cwd")))
                    .isFalse();
        }
        assertThat(data.resolve("database/cluster/postmaster.pid")).doesNotExist();
    }

    /** Its number may belong to any process by now: here to this one, which must live. */
    @Test
    void aFileThatTellsOfAnotherProcessIsNotBelieved() throws Exception {
        RunningServer.start(data).whenReady().close();
        Path file = data.resolve("database/cluster/postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + data.resolve("database/cluster") + "\n");

        try (RunningServer server = RunningServer.start(data).whenReady()) {
            assertThat(EmbeddedDatabaseTest.postmaster(data).pid())
                    .isNotEqualTo(ProcessHandle.current().pid());
            assertThat(server.part(Database.class).state().isReady()).isTrue();
        }
    }

    @Test
    void halfACreationIsThrownAway() throws Exception {
        Files.createDirectories(data.resolve("database/cluster.part/base"));
        Files.writeString(data.resolve("database/cluster.part/PG_VERSION"), "18\n");
        Files.createDirectories(data.resolve("database/program.part/bin"));

        RunningServer.start(data).whenReady().close();

        assertThat(data.resolve("database/cluster.part")).doesNotExist();
        assertThat(data.resolve("database/program.part")).doesNotExist();
    }

    private ProcessHandle killAfterRow(int row) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dsekisho.root=" + System.getProperty("sekisho.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        data.toString(),
                        Integer.toString(row))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = victim.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("written");
        } finally {
            victim.destroyForcibly().waitFor();
        }
        ProcessHandle postmaster = EmbeddedDatabaseTest.postmaster(data);
        Waiting.until("the end of the victim", () -> !victim.isAlive());
        return postmaster;
    }
}
