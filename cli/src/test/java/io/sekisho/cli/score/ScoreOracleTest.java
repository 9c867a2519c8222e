package io.sekisho.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.console.ProblemList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the score against a computation that keeps everything and searches it again for every question. */
final class ScoreOracleTest {

    private static final long DAY = 86_400_000;
    private static final List<String> METHODS = List.of("sms", "passkey", "email", "callback");
    private static final List<String> ACTIONS =
            List.of("revoke_sessions", "freeze_code", "block_payment_method", "notify_out_of_band", "open_case");

    private record Event(String id, String type, String account, long time, String order, long codes, String device) {

        boolean isOrder() {
            return type.equals("order.created");
        }

        String json() {
            String data = "\"account_id\":\"" + account + "\",\"device_id\":\"" + device + "\"";
            if (isOrder()) {
                data += ",\"order\":{\"order_id\":\"" + order + "\",\"amount\":{\"value\":700,\"currency\":\"JPY\"},"
                        + "\"items\":[{\"category\":\"book\",\"quantity\":9},{\"category\":\"gift_code\",\"quantity\":"
                        + codes + "}]}";
            } else if (type.equals("gift_code.issued")) {
                data += ",\"code_id\":\"c-" + id + "\",\"order_id\":\"" + order + "\"";
            }
            return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"s\",\"type\":\"" + type
                    + "\",\"time\":\"" + Instant.ofEpochMilli(time) + "\",\"data\":{" + data + "}}";
        }
    }

    private record Decision(
            Event event, String outcome, Set<String> methods, long holdMillis, String expiry, Set<String> actions) {

        boolean contains() {
            return actions.contains("revoke_sessions")
                    && (actions.contains("freeze_code") || actions.contains("block_payment_method"));
        }

        boolean stopsAgainst(Set<String> held) {
            return switch (outcome) {
                case "deny" -> true;
                case "hold" -> expiry.equals("cancel") || holdMillis >= DAY;
                case "challenge" -> methods.stream().noneMatch(held::contains);
                default -> false;
            };
        }

        String json() {
            List<String> verbs = actions.stream()
                    .map(verb -> "{\"action\":\"" + verb + "\"}")
                    .toList();
            return "{\"event_id\":\"" + event.id + "\",\"source\":\"s\",\"decision\":\"" + outcome
                    + "\",\"required\":{\"methods\":" + list(methods) + "},\"hold\":{\"expires_at\":\""
                    + Instant.ofEpochMilli(event.time + holdMillis) + "\",\"on_expiry\":\"" + expiry
                    + "\"},\"actions\":[" + String.join(",", verbs) + "]}";
        }
    }

    private record Mark(
            String kind, String about, String label, String variant, String trap, long value, Set<String> held) {

        boolean isAttack() {
            return !label.equals("honest");
        }

        String json() {
            String scenario = isAttack() ? ",\"scenario\":\"S01\",\"variant\":\"" + variant + "\"" : "";
            String stake = value > 0 ? ",\"value\":{\"value\":" + value + ",\"currency\":\"JPY\"}" : "";
            String trapped = trap.isEmpty() ? "" : ",\"trap\":\"" + trap + "\"";
            return "{\"about_kind\":\"" + kind + "\",\"about\":\"" + about + "\",\"label\":\"" + label + "\"" + scenario
                    + stake + trapped + ",\"attacker_holds\":" + list(held) + "}";
        }
    }

    private static String list(Set<String> words) {
        return words.isEmpty() ? "[]" : "[\"" + String.join("\",\"", new TreeSet<>(words)) + "\"]";
    }

    @TempDir
    private Path folder;

    private final List<Event> events = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithTheNaiveComputation(long seed) throws IOException {
        draw(new Random(seed));

        Score score = score(new Random(seed));

        for (Score.Attack attack : score.attacks()) {
            assertAttack(attack, "seed " + seed + " variant " + attack.variant());
        }
        assertThat(score.attacks()).as("seed %d", seed).hasSize(3);
        assertHonest(score, "seed " + seed);
        assertThat(score.detection()).isNull();
    }

    private void draw(Random random) {
        for (int i = 0; i < 400; i++) {
            String account = "a" + random.nextInt(12);
            long time = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli() + random.nextInt(20_000) * 60_000L;
            String type = List.of("login.succeeded", "order.created", "order.created", "gift_code.issued")
                    .get(random.nextInt(4));
            String order = type.equals("gift_code.issued") ? "o" + random.nextInt(400) : "o" + i;
            events.add(new Event("e" + i, type, account, time, order, 1 + random.nextInt(3), "d" + random.nextInt(3)));
        }
        for (Event event : events) {
            if (random.nextInt(10) > 0) {
                decisions.add(new Decision(
                        event,
                        List.of("allow", "allow", "challenge", "hold", "deny").get(random.nextInt(5)),
                        some(random, METHODS, 2),
                        random.nextInt(3) * DAY / 2,
                        random.nextInt(4) == 0 ? "cancel" : "release",
                        some(random, ACTIONS, 8)));
            }
        }
        for (int i = 0; i < 4; i++) {
            mark(random, "account", "a" + i, i % 2 == 0 ? "a" : "b", 0);
        }
        for (Event event : events) {
            int number = Integer.parseInt(event.account.substring(1));
            if (number < 4 && random.nextBoolean()) {
                String variant = number % 2 == 0 ? "a" : "b";
                boolean isOrder = event.isOrder();
                mark(
                        random,
                        isOrder ? "order" : "event",
                        isOrder ? event.order : event.id,
                        variant,
                        isOrder ? random.nextInt(4) * 1000L : 0);
            } else if (number == 5 || random.nextInt(40) == 0) {
                marks.add(new Mark("event", event.id, "honest", "", "T0" + random.nextInt(2), 0, Set.of()));
            }
        }
    }

    private void mark(Random random, String kind, String about, String variant, long value) {
        marks.add(new Mark(kind, about, "takeover", variant, "", value, some(random, METHODS, 2)));
    }

    private static Set<String> some(Random random, List<String> words, int oneIn) {
        Set<String> some = new TreeSet<>();
        for (String word : words) {
            if (random.nextInt(oneIn) == 0) {
                some.add(word);
            }
        }
        return some;
    }

    /** The files in another order, and every tenth event twice. */
    private Score score(Random random) throws IOException {
        List<Event> shuffled = new ArrayList<>(events);
        IntStream.range(0, events.size()).filter(i -> i % 10 == 0).forEach(i -> shuffled.add(events.get(i)));
        Collections.shuffle(shuffled, random);
        List<Mark> shuffledMarks = new ArrayList<>(marks);
        Collections.shuffle(shuffledMarks, random);

        LabelBook labelBook = new LabelBook();
        read(shuffledMarks.stream().map(Mark::json).toList(), labelBook::add);
        EventBook eventBook = new EventBook(labelBook);
        read(shuffled.stream().map(Event::json).toList(), eventBook::add);
        eventBook.close();
        DecisionReader reader = new DecisionReader(eventBook);
        read(decisions.stream().map(Decision::json).toList(), reader::add);
        assertThat(eventBook.repeated()).isEqualTo(40);
        return new Judgement(labelBook, eventBook, reader, true).score();
    }

    private void read(List<String> lines, Consumer<JsonLine> reader) throws IOException {
        ProblemList problems = new ProblemList();
        Path file = folder.resolve("lines.ndjson");
        Files.write(file, lines);
        new JsonFile(file.toString(), problems).forEach(reader);
        assertThat(problems.count()).isZero();
    }

    private void assertAttack(Score.Attack attack, String as) {
        Predicate<Mark> isMeant = mark -> mark.isAttack()
                && (attack.variant().equals("all") || attack.variant().equals(mark.variant));
        List<Event> orders = events.stream()
                .filter(Event::isOrder)
                .filter(order -> mark("order", order.order).filter(isMeant).isPresent())
                .toList();
        List<Event> probes = orders.stream().filter(order -> stake(order) == 0).toList();
        List<Event> valued = orders.stream().filter(order -> stake(order) > 0).toList();
        Set<String> accounts = new TreeSet<>();
        marks.stream()
                .filter(isMeant)
                .filter(mark -> mark.kind.equals("account"))
                .forEach(m -> accounts.add(m.about));

        assertThat(attack.cases()).as(as).isEqualTo(accounts.size());
        assertThat(attack.stopped())
                .as(as)
                .isEqualTo(
                        new Rate(valued.stream().filter(o -> codesLost(o) == 0).count(), valued.size()));
        assertThat(attack.probes())
                .as(as)
                .isEqualTo(
                        new Rate(probes.stream().filter(o -> codesLost(o) == 0).count(), probes.size()));
        long lost = valued.stream()
                .mapToLong(o -> stake(o) * codesLost(o) / o.codes)
                .sum();
        long all = valued.stream().mapToLong(this::stake).sum();
        assertThat(attack.stakes()).as(as).containsExactly(new Score.Stake("JPY", all - lost, lost));
        TreeMap<Long, Long> distribution = new TreeMap<>();
        for (String account : accounts) {
            long codes = valued.stream()
                    .filter(o -> o.account.equals(account))
                    .mapToLong(this::codesLost)
                    .sum();
            distribution.merge(codes, 1L, Long::sum);
        }
        assertThat(attack.accountsByCodesLost()).as(as).isEqualTo(distribution);
        assertDelays(attack.delay(), accounts, as);
    }

    private void assertDelays(Score.NoticeDelay delay, Set<String> accounts, String as) {
        List<Long> delays = new ArrayList<>();
        long missing = 0;
        for (String account : accounts) {
            long start = firstAttack(account);
            LongStream notices = decisions.stream()
                    .filter(d -> d.event.account.equals(account) && d.actions.contains("notify_out_of_band"))
                    .mapToLong(d -> d.event.time)
                    .filter(time -> time >= start);
            var first = notices.min();
            first.ifPresent(time -> delays.add(time - start));
            missing += first.isPresent() ? 0 : 1;
        }
        Collections.sort(delays);
        assertThat(delay.missing()).as(as).isEqualTo(missing);
        assertThat(delay.measured()).as(as).isEqualTo(delays.size());
        assertThat(delay.maxMillis()).as(as).isEqualTo(delays.isEmpty() ? 0 : delays.getLast());
        assertThat(delay.medianMillis())
                .as(as)
                .isEqualTo(delays.isEmpty() ? 0 : delays.get((delays.size() + 1) / 2 - 1));
    }

    private void assertHonest(Score score, String as) {
        List<Event> honest =
                events.stream().filter(Event::isOrder).filter(o -> !isAttack(o)).toList();
        assertFriction(score.honest().get(0), honest, as);
        assertFriction(
                score.honest().get(2),
                honest.stream()
                        .filter(o -> events.stream()
                                .anyMatch(e -> e.account.equals(o.account)
                                        && e.device.equals(o.device)
                                        && e.time < o.time - DAY))
                        .toList(),
                as + " known devices");
        assertFriction(
                score.honest().get(3),
                honest.stream().filter(o -> o.time >= firstAttack(o.account)).toList(),
                as + " after attack");
        for (Score.Trap trap : score.traps()) {
            List<Event> inTrap = events.stream()
                    .filter(e -> mark("event", e.id)
                            .map(Mark::trap)
                            .filter(trap.trap()::equals)
                            .isPresent())
                    .filter(e -> !isAttack(e))
                    .toList();
            assertFriction(trap.orders(), inTrap.stream().filter(Event::isOrder).toList(), as + trap.trap());
            assertFriction(
                    trap.decisions(),
                    inTrap.stream().filter(e -> decision(e).isPresent()).toList(),
                    as + trap.trap());
        }
    }

    private void assertFriction(Score.Friction friction, List<Event> group, String as) {
        assertThat(friction.challenged()).as(as).isEqualTo(rate(group, d -> d.outcome.equals("challenge")));
        assertThat(friction.held()).as(as).isEqualTo(rate(group, d -> d.outcome.equals("hold")));
        assertThat(friction.denied()).as(as).isEqualTo(rate(group, d -> d.outcome.equals("deny")));
        assertThat(friction.notified()).as(as).isEqualTo(rate(group, d -> d.actions.contains("notify_out_of_band")));
    }

    private Rate rate(List<Event> group, Predicate<Decision> hit) {
        return new Rate(
                group.stream().filter(e -> decision(e).filter(hit).isPresent()).count(), group.size());
    }

    private boolean isAttack(Event event) {
        return mark(event.isOrder() ? "order" : "event", event.isOrder() ? event.order : event.id)
                .filter(Mark::isAttack)
                .isPresent();
    }

    private long firstAttack(String account) {
        return events.stream()
                .filter(e -> e.account.equals(account) && isAttack(e))
                .mapToLong(Event::time)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private long stake(Event order) {
        return mark("order", order.order).orElseThrow().value;
    }

    private long codesLost(Event order) {
        if (isStopped(order)) {
            return 0;
        }
        long stopped = events.stream()
                .filter(e -> e.type.equals("gift_code.issued") && e.order.equals(order.order))
                .filter(this::isStopped)
                .count();
        return Math.max(0, order.codes - stopped);
    }

    private boolean isStopped(Event event) {
        Optional<Decision> decision = decision(event);
        if (decision.isEmpty()) {
            return false;
        }
        int at = decisions.indexOf(decision.get());
        boolean isContained = IntStream.range(0, at)
                .mapToObj(decisions::get)
                .anyMatch(earlier -> earlier.event.account.equals(event.account) && earlier.contains());
        return isContained || decision.get().stopsAgainst(held(event));
    }

    private Set<String> held(Event event) {
        Set<String> usual = Set.of("password", "sms", "totp", "email");
        Optional<Event> order = events.stream()
                .filter(e -> e.isOrder() && e.order.equals(event.order))
                .findFirst();
        return mark("account", event.account)
                .or(() -> order.flatMap(o -> mark("order", o.order).or(() -> mark("event", o.id))))
                .or(() -> mark("event", event.id))
                .map(Mark::held)
                .orElse(usual);
    }

    private Optional<Decision> decision(Event event) {
        return decisions.stream().filter(d -> Objects.equals(d.event, event)).findFirst();
    }

    private Optional<Mark> mark(String kind, String about) {
        return marks.stream()
                .filter(m -> m.kind.equals(kind) && m.about.equals(about))
                .findFirst();
    }
}
