package io.sekisho.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream as bytes: reproducible, in the contract's form, in order of arrival. */
class StreamTest {
    private static final Instant DAY_ONE = Instant.parse("2023-08-31T15:00:00Z");

    @Test
    void equalPlansGiveEqualBytes() {
        SimulationPlan plan =
                SimulationPlan.of(11, 20, 300).withTraps("T05", "T09", "T10").withScenario("S01");

        Written first = Written.by(plan);
        Written second = Written.by(plan);

        assertThat(first.lines()).isEqualTo(second.lines());
        assertThat(first.labelLines()).isEqualTo(second.labelLines());
    }

    @Test
    void anotherSeedGivesAnotherStream() {
        Written one = Written.by(SimulationPlan.of(1, 5, 50));
        Written two = Written.by(SimulationPlan.of(2, 5, 50));

        assertThat(new HashSet<>(one.lines())).doesNotContainAnyElementsOf(two.lines());
    }

    /**
     * Any change of what is drawn changes this; where that is meant, put the new digest here. It also shows that the
     * bytes do not depend on the machine.
     */
    @Test
    void bytesOfASmallPlanAreKnown() throws NoSuchAlgorithmException {
        ByteArrayOutputStream events = new ByteArrayOutputStream();

        new Simulation(SimulationPlan.of(7, 6, 30)).run(events);

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(events.toByteArray());
        assertThat(HexFormat.of().formatHex(digest)).startsWith("75d8df517b9412bc87f00fc2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyLineObeysTheContract(long seed) {
        SimulationPlan plan = new SimulationPlan(
                seed, 30, 600, List.of("S01"), List.of("plain", "a", "b", "c", "d"), List.of("T05", "T09", "T10"));

        List<String> problems = Written.by(plan).lines().stream()
                .flatMap(line -> ContractChecker.problems(line).stream())
                .limit(20)
                .toList();

        assertThat(problems).as("seed %d", seed).isEmpty();
    }

    @Test
    void linesComeInOrderOfArrivalAndOnlyTheLateSayWhen() {
        for (Map<String, Object> event :
                Written.by(SimulationPlan.of(3, 10, 200)).events()) {
            assertThat(event.containsKey("recordedtime"))
                    .isEqualTo(Written.arrival(event).isAfter(Written.time(event)));
        }
        for (String variant : List.of("plain", "d")) {
            List<Map<String, Object>> events = Written.by(
                            SimulationPlan.of(3, 10, 200).withScenario("S01", variant))
                    .events();
            assertThat(events).isSortedAccordingTo((a, b) -> Written.arrival(a).compareTo(Written.arrival(b)));
        }
    }

    @Test
    void idsAreUniqueUnlessDeliveryRepeats() {
        List<Map<String, Object>> plain = Written.by(
                        SimulationPlan.of(5, 20, 400).withScenario("S01", "plain"))
                .events();

        assertThat(plain.stream().map(event -> event.get("id"))).doesNotHaveDuplicates();
    }

    @Test
    void repeatsHaveTheSameBody() {
        Map<Object, Map<String, Object>> byId = new HashMap<>();
        int repeats = 0;
        int late = 0;
        List<Map<String, Object>> events = Written.by(
                        SimulationPlan.of(5, 20, 200).withScenario("S01", "d"))
                .events();
        for (Map<String, Object> event : events) {
            late += event.remove("recordedtime") == null ? 0 : 1;
            Map<String, Object> before = byId.put(event.get("id"), event);
            if (before != null) {
                assertThat(event).isEqualTo(before);
                repeats++;
            }
        }
        assertThat(repeats).isBetween(events.size() / 60, events.size() / 20);
        assertThat(late).isBetween(events.size() / 20, events.size() / 4);
    }

    @Test
    void codesAreIssuedAfterTheirOrderAndForItsAmount() {
        Map<String, Long> leftToIssue = new HashMap<>();
        Set<String> orders = new HashSet<>();
        for (Map<String, Object> event :
                Written.by(SimulationPlan.of(9, 20, 400).withoutAttacks()).events()) {
            if (event.get("type").equals("order.created")) {
                orders.add(Written.order(event));
                leftToIssue.put(Written.order(event), (Long) Json.at(event, "data.order.amount.value"));
            }
            if (event.get("type").equals("gift_code.issued")) {
                assertThat(orders).contains(Written.order(event));
                long amount = (Long) Json.at(event, "data.amount.value");
                assertThat(leftToIssue.merge(Written.order(event), -amount, Long::sum))
                        .isNotNegative();
            }
        }
    }

    @Test
    void thePastComesFirstWithoutTheAccountBlockAndReachesBackAMonthAtLeast() {
        Map<String, Instant> firstSeen = new HashMap<>();
        int recent = 0;
        for (Map<String, Object> event :
                Written.by(SimulationPlan.of(4, 3, 300).withoutAttacks()).events()) {
            Instant time = Written.time(event);
            firstSeen.putIfAbsent(Written.account(event), time);
            boolean asked = Set.of("login.succeeded", "order.created").contains(event.get("type"));
            assertThat(Json.at(event, "data.account") != null).isEqualTo(asked && !time.isBefore(DAY_ONE));
        }
        for (Instant first : firstSeen.values()) {
            assertThat(first).isAfter(DAY_ONE.minusSeconds(180L * 86_400));
            recent += first.isAfter(DAY_ONE.minusSeconds(31L * 86_400)) ? 1 : 0;
        }
        assertThat(recent).as("accounts that are younger than a month").isLessThan(300 / 10);
    }

    @Test
    void aUsualDeviceIsKnownBeforeDayOne() {
        Set<String> known = new HashSet<>();
        int firstOrders = 0;
        int fromKnown = 0;
        Set<String> ordered = new HashSet<>();
        for (Map<String, Object> event :
                Written.by(SimulationPlan.of(4, 30, 500).withoutAttacks()).events()) {
            String pair = Written.account(event) + Json.at(event, "data.device_id");
            if (Written.time(event).isBefore(DAY_ONE)) {
                known.add(pair);
            } else if (event.get("type").equals("order.created") && ordered.add(Written.account(event))) {
                firstOrders++;
                fromKnown += known.contains(pair) ? 1 : 0;
            }
        }
        assertThat((double) fromKnown / firstOrders).isGreaterThan(0.8);
    }

    @Test
    void onlyTextsThatAnyCustomerMightHaveMarkAnAttackersEvents() {
        Written written = Written.by(SimulationPlan.of(6, 30, 3000));
        Set<String> attackers = written.labelled("event");
        Map<String, Set<Object>> honest = new HashMap<>();
        Map<String, Set<Object>> attacking = new HashMap<>();
        for (Map<String, Object> event : written.events()) {
            var values = attackers.contains(event.get("id")) ? attacking : honest;
            for (String field : List.of("accept_language", "timezone", "channel", "actor", "auth_methods", "setting")) {
                Object value = Json.at(event, "data." + field);
                if (value != null) {
                    values.computeIfAbsent(field, key -> new HashSet<>()).add(value);
                }
            }
        }
        attacking.forEach(
                (field, values) -> assertThat(honest.get(field)).as(field).containsAll(values));
    }

    @Test
    void aYearOfAThousandShoppersNeedsLittleMemory() {
        SimulationPlan plan = SimulationPlan.of(8, 365, 2500);

        SimulationStats stats = new Simulation(plan).run(java.io.OutputStream.nullOutputStream());

        // Kept as lines alone these events would need more than half of the test's heap of 1 GiB.
        assertThat(stats.value("events")).isGreaterThan(700_000);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        assertThat(used).isLessThan(300L << 20);
    }

    @Test
    void labelsAreUtf8LinesThatEndWithANewline() {
        ByteArrayOutputStream labels = new ByteArrayOutputStream();

        new Simulation(SimulationPlan.of(1, 5, 100)).run(java.io.OutputStream.nullOutputStream(), labels);

        assertThat(labels.toString(StandardCharsets.UTF_8)).startsWith("{").endsWith("}\n");
    }
}
