package io.sekisho.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sekisho.odd.OddRequests;
import io.sekisho.server.RunningServer;
import io.sekisho.server.Waiting;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting where another is, and stopping while somebody waits. */
final class StopTest {

    private static final String NOBODY = "jdbc:postgresql://localhost:1/nobody";

    @TempDir
    private Path data;

    @Test
    void whatHasBegunIsFinishedAndNothingNewIsTaken() throws Exception {
        RunningServer server = RunningServer.start(RunningServer.settings(data, NOBODY), OddRequests.class);
        OddRequests odd = server.part(OddRequests.class);
        int port = server.port();
        CompletableFuture<HttpResponse<String>> begun =
                server.client().sendAsync(server.request("/odd/slow").build(), HttpResponse.BodyHandlers.ofString());
        odd.awaitEntered();

        Thread stopping = Thread.ofPlatform().start(server::close);
        Waiting.until("a closed door", () -> isRefused(port));
        assertThat(begun).isNotDone();
        odd.letLeave();

        assertThat(begun.join().body()).isEqualTo("done");
        stopping.join();
        DataFolder.open(data).close();
    }

    @Test
    void aPortThatIsTakenIsNamedAndTheFolderLetGo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Settings settings = new Settings(taken.getLocalPort(), 0, data, NOBODY, null, false, null, null);

            assertThatThrownBy(() -> RunningServer.start(settings).close())
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use");
        }
        DataFolder.open(data).close();
    }

    @Test
    void aFolderThatIsTakenIsNamed() {
        try (DataFolder ours = DataFolder.open(data)) {
            assertThatThrownBy(() -> RunningServer.start(ours.root()).close())
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(data.toString());
        }
    }

    private static boolean isRefused(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }
}
