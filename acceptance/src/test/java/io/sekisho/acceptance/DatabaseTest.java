package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Eventually;
import io.sekisho.acceptance.testkit.LeftOver;
import io.sekisho.acceptance.testkit.RunningServer;
import io.sekisho.acceptance.testkit.Signals;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL may be away: decisions go on without an error, and afterwards everything stands in it. */
@Tag("slow")
class DatabaseTest {

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MORE_THAN_CAN_BE_SENT = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void mayBeAwayAtTheStartAndStopForTwentySeconds() throws Exception {
        beAway(Duration.ofSeconds(20));
    }

    @Test
    @Tag("long")
    void mayBeAwayAtTheStartAndStopForTwoMinutes() throws Exception {
        beAway(Duration.ofMinutes(2));
    }

    private void beAway(Duration outage) throws Exception {
        Path data = folder.resolve("data");
        String key = RunningServer.newKey(data, "decide,read,metrics");
        Load load = new Load(key, PAUSE);
        try (GivenPostgres postgres = GivenPostgres.away(folder.resolve("postgres"));
                RunningServer server =
                        RunningServer.start(data, "--policy", Policies.small(), "--db-url", postgres.url())) {
            Projected projected = new Projected(server, key);
            Load.Running running = load.start(server, 31, MORE_THAN_CAN_BE_SENT);
            running.awaitFirstAnswers();
            assertThat(projected.isDegraded()).isTrue();
            awaitMore(load, 200);

            postgres.start();
            Eventually.isTrue("the database is taken up", SOON, () -> !projected.isDegraded());
            postgres.stop();
            assertGoesOn(load, projected, outage);
            postgres.start();
            Eventually.isTrue("the database is taken up again", SOON, () -> !projected.isDegraded());

            assertEndsWell(running, load, projected);
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void mayFreezeAndEndWhereItIsTheServersOwn() throws Exception {
        Path data = folder.resolve("data");
        String key = RunningServer.newKey(data, "decide,read,metrics");
        Load load = new Load(key, PAUSE);
        try (RunningServer server = RunningServer.start(data, "--policy", Policies.small())) {
            Projected projected = new Projected(server, key);
            Eventually.isTrue("the database is there", SOON, () -> !projected.isDegraded());
            Load.Running running = load.start(server, 32, MORE_THAN_CAN_BE_SENT);
            running.awaitFirstAnswers();

            ProcessHandle frozen = LeftOver.postgres(data).orElseThrow();
            Signals.freeze(frozen);
            try {
                assertGoesOn(load, projected, Duration.ofSeconds(8));
            } finally {
                Signals.thaw(frozen);
            }
            Eventually.isTrue("it is taken up", SOON, () -> !projected.isDegraded());
            Signals.interrupt(frozen);
            Eventually.isTrue(
                    "another one is started",
                    SOON,
                    () -> LeftOver.postgres(data)
                            .filter(other -> other.pid() != frozen.pid())
                            .isPresent());
            Eventually.isTrue("it is taken up", SOON, () -> !projected.isDegraded());

            assertEndsWell(running, load, projected);
            assertThat(server.stop()).isZero();
        }
        Answers.assertVerified(data);
    }

    /** Without the database more and more is decided, and waits for it. */
    private static void assertGoesOn(Load load, Projected projected, Duration outage) {
        int before = load.answered().size();
        Eventually.pass(outage.dividedBy(2));
        long lag = projected.lag();
        int half = load.answered().size();
        assertThat(half).as("decided in the first half").isGreaterThan(before);
        assertThat(lag).as("waiting for the database").isPositive();
        Eventually.pass(outage.dividedBy(2));
        assertThat(load.answered()).as("decided in the second half").hasSizeGreaterThan(half);
        assertThat(projected.lag()).as("waiting for the database").isGreaterThan(lag);
        assertThat(projected.isDegraded()).isTrue();
    }

    private static void assertEndsWell(Load.Running running, Load load, Projected projected) throws Exception {
        awaitMore(load, 200);
        running.end();
        assertThat(load.refused()).isEmpty();
        assertThat(load.unanswered()).isEmpty();
        projected.awaitCaughtUp();
        projected.assertShows(load);
    }

    private static void awaitMore(Load load, int events) {
        int before = load.answered().size();
        Eventually.isTrue(
                events + " more are decided", SOON, () -> load.answered().size() >= before + events);
    }
}
