package io.sekisho.acceptance;

import io.sekisho.acceptance.testkit.Connection;
import io.sekisho.acceptance.testkit.Events;
import io.sekisho.acceptance.testkit.Eventually;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events of a few accounts over several connections at once, with what was answered to each and what was not. */
final class Load {

    /** The main port ends a connection after twice as many. */
    private static final int EVENTS_A_CONNECTION = 5_000;

    private static final int CONNECTIONS = 4;
    private static final int ACCOUNTS = 40;

    private final String key;
    private final Map<String, String> sent = new ConcurrentHashMap<>();
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Map<String, Response> refused = new ConcurrentHashMap<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Duration pause;
    private volatile boolean isOver;

    /** As fast as it is answered. */
    Load(String key) {
        this(key, Duration.ZERO);
    }

    /** Each connection rests so long after each answer. */
    Load(String key, Duration pause) {
        this.key = key;
        this.pause = pause;
    }

    /** Connections under way. */
    final class Running {
        private final List<Future<?>> connections = new ArrayList<>();
        private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        private final CountDownLatch firstAnswers;

        private Running(RunningServer server, long seed, int mostEvents) {
            int round = rounds.incrementAndGet();
            firstAnswers = new CountDownLatch(CONNECTIONS);
            for (int i = 0; i < CONNECTIONS; i++) {
                int port = i % 2 == 0 ? server.gatePort() : server.port();
                String name = "r" + round + "c" + i + "e";
                Random random = new Random(seed * 31 + i);
                connections.add(threads.submit(() -> send(port, name, random, mostEvents)));
            }
        }

        /** Returns when every connection has had an answer. */
        void awaitFirstAnswers() throws InterruptedException {
            if (!firstAnswers.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("No answers under load");
            }
        }

        /** Lets every connection end after its next answer, or by its breaking. */
        void end() throws Exception {
            isOver = true;
            join();
        }

        /** Waits for all to be sent, or for the connections to break. */
        void join() throws Exception {
            threads.shutdown();
            for (Future<?> connection : connections) {
                connection.get(120, TimeUnit.SECONDS);
            }
        }

        private void send(int port, String name, Random random, int mostEvents) {
            try {
                for (int from = 0; from < mostEvents && !isOver; from += EVENTS_A_CONNECTION) {
                    sendOnOneConnection(port, name, random, from, Math.min(mostEvents, from + EVENTS_A_CONNECTION));
                }
            } catch (IOException broken) {
                // What was not answered by then is among what was sent.
            } finally {
                firstAnswers.countDown();
            }
        }

        private void sendOnOneConnection(int port, String name, Random random, int from, int to) throws IOException {
            try (Connection connection = Connection.to(port)) {
                for (int i = from; i < to && !isOver; i++) {
                    String id = name + i;
                    String event = next(id, random);
                    sent.put(id, event);
                    remember(id, connection.exchange(decide(event)));
                    if (i == 0) {
                        firstAnswers.countDown();
                    }
                    if (!pause.isZero()) {
                        Eventually.pass(pause);
                    }
                }
            }
        }
    }

    /** Starts so many connections; each sends at most so many events. */
    Running start(RunningServer server, long seed, int mostEvents) {
        isOver = false;
        return new Running(server, seed, mostEvents);
    }

    /** Decisions by the id of their event, as they were answered first. */
    Map<String, String> answered() {
        return answered;
    }

    /** Answers that were no decisions. */
    Map<String, Response> refused() {
        return refused;
    }

    /** Ids of what was sent and not answered with a decision. */
    List<String> unanswered() {
        return sent.keySet().stream()
                .filter(id -> !answered.containsKey(id))
                .sorted()
                .toList();
    }

    String event(String id) {
        return sent.get(id);
    }

    /** How many events were sent; some of them perhaps in vain. */
    int size() {
        return sent.size();
    }

    /** Ids of the account's events that were answered. */
    Set<String> answeredOf(String account) {
        String member = "\"account_id\":\"" + account + "\"";
        return answered.keySet().stream()
                .filter(id -> event(id).contains(member))
                .collect(Collectors.toSet());
    }

    static List<String> accounts() {
        return IntStream.range(0, ACCOUNTS).mapToObj(number -> "load-" + number).toList();
    }

    Request decide(String event) {
        return Request.post("/v1/decisions", event).by(key);
    }

    private void remember(String id, Response response) {
        if (response.status() == 200) {
            answered.put(id, response.text());
        } else {
            refused.put(id, response);
        }
    }

    private static String next(String id, Random random) {
        String account = "load-" + random.nextInt(ACCOUNTS);
        Instant time = Instant.now().minusMillis(random.nextInt(3_000));
        return switch (random.nextInt(6)) {
            case 0, 1 -> Events.login(id, account, time);
            case 2 -> Events.failedLogin(id, account, time);
            case 3 -> Events.passwordChange(id, account, time);
            case 4 -> Events.giftOrder(id, account, time);
            default -> Events.order(id, account, time, "books");
        };
    }
}
