package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.LeftOver;
import io.sekisho.acceptance.testkit.Program;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server comes and goes in order, and says why where it cannot come. */
@Tag("slow")
class StopTest {

    private static final int MORE_THAN_CAN_BE_SENT = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void stopsUnderLoadWithoutLosingAnAnswer() throws Exception {
        Path data = folder.resolve("data");
        Load load = new Load(RunningServer.newKey(data, "decide"));
        try (RunningServer server = RunningServer.start(data, "--policy", Policies.small())) {
            Load.Running running = load.start(server, 7, MORE_THAN_CAN_BE_SENT);
            running.awaitFirstAnswers();
            server.askToStop();
            running.join();

            assertThat(server.awaitEnd()).isZero();
            assertThat(load.refused().values()).allSatisfy(StopTest::isCleanRefusal);
            // Each of the connections had at most one request on its way when the door closed.
            assertThat(load.unanswered())
                    .hasSizeLessThanOrEqualTo(4 + load.refused().size());
            assertThat(LeftOver.postgres(data)).isEmpty();
            assertThat(server.log()).doesNotContain("\"level\":\"ERROR\"");
        }
        try (RunningServer server = RunningServer.start(data, "--policy", Policies.small())) {
            Answers.assertKept(server, load);
            Answers.sendUnanswered(server, load);
            Answers.assertNumberedOnce(load);
            assertThat(server.stop()).isZero();
        }
        Answers.assertVerified(data);
    }

    @Test
    void refusesASecondServerOnItsFolderAndItsPorts() {
        Path data = folder.resolve("data");
        Path other = folder.resolve("other");
        try (RunningServer server = RunningServer.start(data)) {
            String port = Integer.toString(server.port());
            String gatePort = Integer.toString(server.gatePort());

            assertRefused("folder", serve(data, "0", "0"), data.toString());
            assertRefused("port", serve(other, port, "0"), port);
            assertRefused("gate", serve(other, "0", gatePort), gatePort);
            assertThat(LeftOver.postgres(other)).isEmpty();
            assertThat(server.isAlive()).isTrue();
            assertThat(server.stop()).isZero();
        }
    }

    private static Program.Result serve(Path data, String port, String gatePort) {
        return Program.run("serve", "--data", data.toString(), "--port", port, "--gate-port", gatePort);
    }

    private static void assertRefused(String what, Program.Result result, String told) {
        assertThat(result.exit()).as(what + "\n" + result.err()).isEqualTo(3);
        assertThat(result.err().lines().toList().getLast()).as(what).contains(told);
        assertThat(result.err()).doesNotContain("\tat ");
        assertThat(result.out()).doesNotContain("ready");
    }

    private static void isCleanRefusal(Response response) {
        assertThat(response.status()).as(response.toString()).isEqualTo(503);
        assertThat(response.headers()).as(response.toString()).containsKey("retry-after");
        assertThat(response.code()).isEqualTo("stopping");
        assertThat(response.json().get("fail_policy").asString()).isIn("allow", "hold");
    }
}
