package io.sekisho.wire.event;

import static java.util.Objects.requireNonNull;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Schema;
import io.sekisho.engine.event.Timestamps;
import io.sekisho.engine.event.Timestamps.Timestamp;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.json.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads events: one JSON object each, checked as a whole, so that the sender hears of everything at once. One thread. */
public final class EventReader {

    /** A larger event is refused unread. */
    public static final int MOST_BYTES = 64 * 1024;

    /** How far an event's time may lie ahead of its receipt. */
    static final long FUTURE_MILLIS = Duration.ofMinutes(5).toMillis();

    private final MessageDigest sha256 = sha256();
    private final CanonicalJson canonicalJson = new CanonicalJson();
    private final byte[] secret;

    public EventReader() {
        this(new byte[0]);
    }

    /** A reader whose fingerprints of bodies tell nothing to whoever lacks the secret. */
    public EventReader(byte[] secret) {
        this.secret = secret.clone();
    }

    /** Reads an event of a file: it was received at its {@code recordedtime}, else at its own time. */
    public Reading read(byte[] bytes) {
        return read(bytes, null);
    }

    /** Reads an event that was received at that time. */
    public Reading read(byte[] bytes, @Nullable Long receivedMillis) {
        List<JsonProblem> problems = new ArrayList<>();
        if (bytes.length > MOST_BYTES) {
            problems.add(new JsonProblem("", "too_large", "An event may have at most " + MOST_BYTES + " bytes."));
            return new Reading.Refused(problems);
        }
        Optional<Object> tree = JsonTree.read(bytes, 0, bytes.length, problems);
        if (tree.isEmpty()) {
            return refused(notAnObject(problems));
        }
        return read(tree.get(), receivedMillis, problems);
    }

    private static List<JsonProblem> notAnObject(List<JsonProblem> problems) {
        return problems.isEmpty() ? List.of(new JsonProblem("", "wrong_type", "An event is a JSON object.")) : problems;
    }

    private Reading read(Object tree, @Nullable Long receivedMillis, List<JsonProblem> problems) {
        if (!(tree instanceof Map<?, ?> map)) {
            problems.add(new JsonProblem("", "wrong_type", "An event is a JSON object."));
            return refused(problems);
        }
        Map<String, Object> event = JsonTree.members(map);
        // CloudEvents, JSON format 2.1: a null attribute is as good as none.
        event.values().removeIf(Objects::isNull);
        Envelope envelope = new Envelope(event, problems);
        Optional<EventType> type = envelope.check();
        SchemaCheck check = new SchemaCheck(problems);
        if (event.get("data") instanceof Map<?, ?> data) {
            check.checkMembers(
                    Place.ROOT.child("data"),
                    JsonTree.members(data),
                    type.map(EventType::data).orElse(Schema.ANY_DATA));
            checkPayments(data, problems);
        }
        Optional<Timestamp> time = envelope.timeOf("time");
        long received = receivedMillis != null
                ? receivedMillis
                : envelope.timeOf("recordedtime")
                        .or(() -> time)
                        .map(Timestamp::millis)
                        .orElse(0L);
        checkFuture(time, received, problems);
        return problems.isEmpty()
                ? accept(event, new Typed(type.orElseThrow(), time.orElseThrow(), received), check.hasMasked())
                : refused(problems);
    }

    private static Reading refused(List<JsonProblem> problems) {
        return new Reading.Refused(
                problems.stream().map(EventReader::withoutCardNumber).toList());
    }

    /** The name of a field may be a card number too: then the pointer ends before it. */
    private static JsonProblem withoutCardNumber(JsonProblem problem) {
        String[] steps = problem.pointer().split("/", -1);
        for (int i = 1; i < steps.length; i++) {
            if (CardNumbers.isIn(steps[i].replace("~1", "/").replace("~0", "~"))) {
                String place = String.join("/", Arrays.copyOf(steps, i));
                return new JsonProblem(place, problem.code(), problem.detail());
            }
        }
        return problem;
    }

    private record Typed(EventType type, Timestamp time, long receivedMillis) {}

    private Reading accept(Map<String, Object> tree, Typed typed, boolean hasMasked) {
        Event event = event(tree, typed);
        tree.remove("traceparent");
        tree.remove("recordedtime");
        String canonical = canonicalJson.write(tree);
        return new Reading.Accepted(event, identity(event), body(canonical), hasMasked, canonical, tree);
    }

    /** An event that was checked when it was accepted; made again from its tree, perhaps with other texts in it. */
    public static Event checked(Map<String, Object> tree, long receivedMillis) {
        EventType type = EventType.named(text(tree, "type")).orElseThrow();
        return event(tree, new Typed(type, Timestamps.parse(text(tree, "time")).orElseThrow(), receivedMillis));
    }

    private static Event event(Map<String, Object> tree, Typed typed) {
        Map<String, Object> data = JsonTree.members(requireNonNull(tree.get("data")));
        return new Event(
                text(tree, "id"),
                text(tree, "source"),
                typed.type(),
                text(tree, "type"),
                typed.time().millis(),
                typed.time().offsetSeconds(),
                typed.receivedMillis(),
                TypedReader.context(data),
                TypedReader.detail(typed.type().family(), data),
                data);
    }

    private static String text(Map<String, Object> tree, String name) {
        return (String) requireNonNull(tree.get(name));
    }

    private static void checkPayments(Map<?, ?> data, List<JsonProblem> problems) {
        if (data.get("order") instanceof Map<?, ?> order
                && order.containsKey("payment")
                && order.containsKey("payments")) {
            problems.add(new JsonProblem(
                    "/data/order/payments", "conflict", "An order has either 'payment' or 'payments', not both."));
        }
    }

    private static void checkFuture(Optional<Timestamp> time, long received, List<JsonProblem> problems) {
        if (time.isPresent() && time.get().millis() - received > FUTURE_MILLIS) {
            problems.add(new JsonProblem(
                    "/time",
                    "time_in_future",
                    "The event's time lies more than 5 minutes after its receipt; set the clock of the sender."));
        }
    }

    /** The identity of an event; its decision's id is the same digest in letters. */
    public Fingerprint identity(Event event) {
        sha256.update(event.source().getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        return fingerprint(event.id().getBytes(StandardCharsets.UTF_8));
    }

    private Fingerprint body(String canonical) {
        sha256.update(secret);
        return fingerprint(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private Fingerprint fingerprint(byte[] bytes) {
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(bytes));
        return new Fingerprint(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
