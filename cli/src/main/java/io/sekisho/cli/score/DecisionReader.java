package io.sekisho.cli.score;

import io.sekisho.engine.rule.Outcome;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes decisions in the order of their file and judges what each of them stopped. */
final class DecisionReader {

    private static final long LONG_HOLD_MILLIS = 24L * 60 * 60 * 1000;
    private static final Set<String> FREEZING = Set.of("freeze_code", "freeze_balance", "block_payment_method");

    private final EventBook events;
    private final SortedMap<Long, String> unknown = new TreeMap<>();
    private long lines;
    private long repeated;

    DecisionReader(EventBook events) {
        this.events = events;
    }

    /** Takes a line; a second decision about an event is only counted. */
    void add(JsonLine line) {
        String source = line.requiredText("source");
        String id = line.requiredText("event_id");
        Outcome outcome = outcome(line);
        Decided decided = new Decided(outcome, methods(line), line.object("hold"), actions(line));
        Hold hold = decided.hold == null ? null : Hold.of(decided.hold);
        if (!line.isSound()) {
            return;
        }
        lines++;
        SeenEvent event = events.find(source, id);
        if (event == null) {
            unknown.put(line.line(), id);
        } else if (event.outcome != null) {
            repeated++;
        } else {
            apply(event, decided, hold);
        }
    }

    private record Decided(
            Outcome outcome, Set<String> methods, @Nullable JsonLine hold, Set<String> actions) {}

    private record Hold(@Nullable Long expiresMillis, String onExpiry) {

        static Hold of(JsonLine line) {
            return new Hold(line.millis("expires_at"), line.text("on_expiry"));
        }

        boolean outlasts(long eventMillis) {
            return onExpiry.equals("cancel")
                    || (expiresMillis != null && expiresMillis - eventMillis >= LONG_HOLD_MILLIS);
        }
    }

    private static Outcome outcome(JsonLine line) {
        String word = line.requiredText("decision");
        Optional<Outcome> outcome = Outcome.named(word);
        if (outcome.isEmpty() && !word.isEmpty()) {
            line.report("decision", "unknown_value", "This must be one of allow, challenge, hold, deny.");
        }
        return outcome.orElse(Outcome.ALLOW);
    }

    private static Set<String> methods(JsonLine line) {
        JsonLine required = line.object("required");
        return required == null ? Set.of() : required.texts("methods");
    }

    private static Set<String> actions(JsonLine line) {
        List<JsonLine> actions = line.objects("actions");
        if (actions.isEmpty()) {
            return Set.of();
        }
        Set<String> verbs = new HashSet<>();
        actions.forEach(action -> verbs.add(action.requiredText("action")));
        return verbs;
    }

    private void apply(SeenEvent event, Decided decided, @Nullable Hold hold) {
        event.outcome = decided.outcome;
        event.isNotified = decided.actions.contains("notify_out_of_band");
        Account account = event.account;
        boolean isStopped = stops(event, decided, hold) || (account != null && account.isContained);
        PlacedOrder order = event.order;
        if (order != null && event.createsOrder()) {
            order.isStopped = isStopped;
        } else if (order != null && isStopped) {
            order.codesStopped++;
        }
        if (account == null) {
            return;
        }
        if (event.isNotified) {
            account.notified(event.timeMillis);
        }
        account.isContained |=
                decided.actions.contains("revoke_sessions") && !Collections.disjoint(decided.actions, FREEZING);
    }

    private static boolean stops(SeenEvent event, Decided decided, @Nullable Hold hold) {
        return switch (decided.outcome) {
            case ALLOW -> false;
            case DENY -> true;
            case HOLD -> hold != null && hold.outlasts(event.timeMillis);
            case CHALLENGE -> Collections.disjoint(decided.methods, held(event));
        };
    }

    /** What the attacker of the account holds: its label knows, else that of the order or the event. */
    private static Set<String> held(SeenEvent event) {
        Account account = event.account;
        if (account != null && account.label != null) {
            return account.label.attackerHolds();
        }
        PlacedOrder order = event.order;
        if (order != null && order.label != null) {
            return order.label.attackerHolds();
        }
        return event.label == null ? Label.USUALLY_HELD : event.label.attackerHolds();
    }

    long lines() {
        return lines;
    }

    long repeated() {
        return repeated;
    }

    /** The event ids of decisions about no event of the file, by line. */
    SortedMap<Long, String> unknown() {
        return unknown;
    }
}
