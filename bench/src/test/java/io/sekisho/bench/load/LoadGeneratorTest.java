package io.sekisho.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.sekisho.bench.testkit.ScriptedServer;
import io.sekisho.bench.testkit.StandingClock;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The generator over loopback. The time is the test's: it stands but where the server's script moves it, so that every
 * figure is exact however slow the machine is.
 */
@Timeout(60)
final class LoadGeneratorTest {

    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final double RATE = 100;
    private static final long ONE_SECOND = Duration.ofMillis(999).toNanos();

    private final StandingClock clock = new StandingClock();
    private final LoadGenerator generator = new LoadGenerator(clock);
    private final List<String> watched = new ArrayList<>();

    @AfterEach
    void close() {
        generator.close();
    }

    @Test
    void timesTheRequestsThatAStallKeptWaiting() throws Exception {
        CountDownLatch isStalled = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((number, _) -> {
            if (number == 100) {
                isStalled.countDown();
                mayGoOn.await();
            } else {
                clock.move(INTERVAL);
            }
            return good();
        })) {
            Thread stall = Thread.ofVirtual().start(() -> {
                try {
                    isStalled.await();
                    clock.move(Duration.ofSeconds(1));
                } catch (InterruptedException impossible) {
                    throw new IllegalStateException(impossible);
                } finally {
                    mayGoOn.countDown();
                }
            });

            LoadResult result = run(server, plan(Duration.ZERO, Duration.ofSeconds(3)));
            stall.join();

            // The server stalls once for a second and then is as fast as before: a hundred requests wait from then on.
            assertThat(result.sinceDue().count()).isEqualTo(300);
            assertThat(result.sinceDue().countFrom(ONE_SECOND))
                    .as("timed from when they were due")
                    .isEqualTo(200);
            assertThat(result.sinceSent().countFrom(ONE_SECOND))
                    .as("timed from when they were sent")
                    .isEqualTo(1);
            assertThat(result.sinceDue().percentile(99)).isGreaterThan(ONE_SECOND);
            assertThat(result.sinceSent().percentile(99))
                    .isLessThan(INTERVAL.multipliedBy(2).toNanos());
            assertThat(result.lag().countFrom(Duration.ofMillis(980).toNanos())).isEqualTo(199);
            assertThat(result.errors()).isZero();
        }
    }

    @Test
    void countsEveryEndOfARequestOnce() throws Exception {
        ScriptedServer[] self = new ScriptedServer[1];
        try (ScriptedServer server = new ScriptedServer((number, _) -> {
            clock.move(INTERVAL);
            return switch (number % 10) {
                case 3 -> ScriptedServer.answer(503, "{\"code\":\"full\"}");
                case 5 -> Optional.of("nonsense\r\n");
                case 7 -> Optional.empty();
                case 9 -> {
                    clock.move(Duration.ofSeconds(11));
                    yield self[0].silence();
                }
                default -> good();
            };
        })) {
            self[0] = server;

            LoadResult result = run(server, plan(Duration.ZERO, Duration.ofMillis(100)));

            Answers answers = result.of(Route.DECISIONS);
            assertThat(answers.sent() + result.neverSent().count()).isEqualTo(10);
            assertThat(answers.byStatus()).isEqualTo(Map.of(200, 6L, 503, 1L));
            assertThat(answers.broken()).isEqualTo(1);
            assertThat(answers.resets()).isEqualTo(1);
            assertThat(answers.timeouts() + answers.unanswered()).isEqualTo(1);
            assertThat(answers.good() + answers.refused() + answers.failed()).isEqualTo(answers.sent());
            assertThat(result.errors()).isEqualTo(4);
            assertThat(result.refusals()).isEqualTo(Map.of(503, "{\"code\":\"full\"}"));
        }
    }

    @Test
    void givesUpAnAnswerThatTakesTooLongAndGoesOn() throws Exception {
        ScriptedServer[] self = new ScriptedServer[1];
        try (ScriptedServer server = new ScriptedServer((number, _) -> {
            if (number == 20) {
                clock.move(Duration.ofSeconds(11));
                return self[0].silence();
            }
            clock.move(number < 20 ? INTERVAL : INTERVAL.dividedBy(2));
            return good();
        })) {
            self[0] = server;

            LoadResult result = run(server, plan(Duration.ZERO, Duration.ofSeconds(20)));

            assertThat(result.of(Route.DECISIONS).timeouts()).isEqualTo(1);
            assertThat(result.of(Route.DECISIONS).good()).isEqualTo(1_999);
            assertThat(result.reconnects()).isEqualTo(1);
            assertThat(result.sinceDue().count())
                    .as("the one given up has waited, too")
                    .isEqualTo(2_000);
            assertThat(result.sinceDue().longest())
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(10).toNanos());
        }
    }

    @Test
    void countsWhatWaitsWhenTheRunEnds() throws Exception {
        ScriptedServer[] self = new ScriptedServer[1];
        try (ScriptedServer server = new ScriptedServer((number, _) -> {
            clock.move(number == 50 ? Duration.ofSeconds(5) : INTERVAL);
            if (number == 51) {
                clock.move(Duration.ofSeconds(6));
                return self[0].silence();
            }
            return good();
        })) {
            self[0] = server;

            LoadResult result = run(server, plan(Duration.ZERO, Duration.ofSeconds(1)));

            assertThat(result.of(Route.DECISIONS).sent()).isEqualTo(52);
            assertThat(result.of(Route.DECISIONS).unanswered()).isEqualTo(1);
            assertThat(result.neverSent().count()).isEqualTo(48);
            assertThat(result.sinceDue().count()).isEqualTo(100);
            assertThat(result.errors()).isEqualTo(49);
        }
    }

    @Test
    void leavesTheWarmUpOut() throws Exception {
        try (ScriptedServer server = new ScriptedServer((_, _) -> {
            clock.move(INTERVAL);
            return good();
        })) {
            LoadResult result = run(server, plan(Duration.ofSeconds(1), Duration.ofSeconds(2)));

            assertThat(server.requests()).isEqualTo(300);
            assertThat(result.of(Route.DECISIONS).sent()).isEqualTo(200);
            assertThat(result.seconds()).isEqualTo(2);
            // The hundredth answer of the warm-up falls on the beginning, the last answer on the end.
            assertThat(result.perSecond()).isEqualTo(99.5);
            assertThat(watched).containsExactly("begins", "ends");
        }
    }

    @Test
    void keepsEveryConnectionBusyWhenItSaturates() throws Exception {
        try (ScriptedServer server = new ScriptedServer((_, _) -> {
            clock.move(INTERVAL);
            return good();
        })) {
            LoadPlan plan = new LoadPlan(
                    new Pace.Saturating(),
                    8,
                    Duration.ZERO,
                    Duration.ofHours(1),
                    500,
                    Duration.ofMinutes(1),
                    Duration.ZERO);

            LoadResult result = run(server, plan);

            assertThat(result.of(Route.DECISIONS).sent()).isEqualTo(500);
            assertThat(result.of(Route.DECISIONS).byStatus()).isEqualTo(Map.of(200, 500L));
            assertThat(result.lag().longest()).isZero();
        }
    }

    @Test
    void opensAConnectionAnewThatTheServerCloses() throws Exception {
        try (ScriptedServer server = new ScriptedServer((number, _) -> {
            clock.move(INTERVAL);
            return number == 4
                    ? Optional.of("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    : good();
        })) {
            LoadResult result = run(server, plan(Duration.ZERO, Duration.ofMillis(100)));

            assertThat(result.of(Route.DECISIONS).byStatus()).isEqualTo(Map.of(200, 10L));
            assertThat(result.reconnects()).isEqualTo(1);
            assertThat(result.errors()).isZero();
        }
    }

    @Test
    void saysWhereNobodyAnswers() throws Exception {
        InetSocketAddress gone;
        try (ScriptedServer server = new ScriptedServer((_, _) -> good())) {
            gone = server.address();
        }

        assertThatThrownBy(() -> generator.run(gone, plan(Duration.ZERO, INTERVAL), this::next, watch()))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining(":" + gone.getPort());
    }

    @Test
    void failsWhereTheRequestsDo() throws Exception {
        try (ScriptedServer server = new ScriptedServer((_, _) -> good())) {
            Requests torn = _ -> {
                throw new IllegalStateException("The feed has torn");
            };

            assertThatThrownBy(() -> generator.run(server.address(), plan(Duration.ZERO, INTERVAL), torn, watch()))
                    .hasMessageContaining("The feed has torn");
        }
    }

    private LoadResult run(ScriptedServer server, LoadPlan plan) throws InterruptedException {
        return generator.run(server.address(), plan, this::next, watch());
    }

    private static LoadPlan plan(Duration warmUp, Duration measured) {
        Duration timeout = Duration.ofSeconds(10);
        return new LoadPlan(new Pace.Fixed(RATE), 1, warmUp, measured, Long.MAX_VALUE, timeout, Duration.ZERO);
    }

    private Route next(ByteBuf out) {
        out.writeCharSequence(
                "POST /v1/decisions HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}", StandardCharsets.US_ASCII);
        return Route.DECISIONS;
    }

    private LoadWatch watch() {
        return new LoadWatch() {
            @Override
            public void measuringBegins() {
                watched.add("begins");
            }

            @Override
            public void measuringEnds() {
                watched.add("ends");
            }
        };
    }

    private static Optional<String> good() {
        return ScriptedServer.answer(200, "{}");
    }
}
