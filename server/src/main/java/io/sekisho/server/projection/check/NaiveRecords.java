package io.sekisho.server.projection.check;

import static io.sekisho.server.projection.check.NaiveTables.at;
import static io.sekisho.server.projection.check.NaiveTables.each;
import static io.sekisho.server.projection.check.NaiveTables.hash;
import static io.sekisho.server.projection.check.NaiveTables.hex;
import static io.sekisho.server.projection.check.NaiveTables.id;
import static io.sekisho.server.projection.check.NaiveTables.list;
import static io.sekisho.server.projection.check.NaiveTables.set;
import static io.sekisho.server.projection.check.NaiveTables.time;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.engine.expression.FactName;
import io.sekisho.engine.policy.Policy;
import io.sekisho.server.projection.fold.RecordReading;
import io.sekisho.wire.decision.DecisionWriter;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.record.DecisionCodec;
import io.sekisho.wire.record.EventEntry;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The rows that belong to one record alone: of its event from its JSON, of its decision from the decision's JSON. */
final class NaiveRecords {

    private final LongFunction<Policy> policies;

    NaiveRecords(LongFunction<Policy> policies) {
        this.policies = policies;
    }

    Map<String, Map<String, Object>> of(long number, EventAccepted record, Map<String, Object> tree) {
        Map<String, Map<String, Object>> rows = new HashMap<>();
        Map<String, Object> event = event(number, record, tree);
        rows.put("event", event);
        if (record.decision().length > 0) {
            Map<String, Object> decision = decision(number, record, tree);
            rows.put("decision", decision);
            for (String shared : List.of("decision_id", "outcome", "decided_at")) {
                set(event, shared, decision.get(shared));
            }
        }
        if ("label.applied".equals(tree.get("type"))) {
            rows.put("label", label(number, record, tree));
        }
        return rows;
    }

    static Map<String, Object> activation(long number, PolicyActivated policy) {
        return new HashMap<>(Map.of(
                "sequence", number,
                "policy_id", policy.policyId(),
                "fingerprint", policy.fingerprint(),
                "version", policy.version(),
                "activated_at", policy.atMillis(),
                "actor", policy.actor()));
    }

    private static Map<String, Object> event(long number, EventAccepted record, Map<String, Object> tree) {
        EventEntry entry = record.entry();
        Object data = at(tree, "data");
        Map<String, Object> row = identity(number, tree);
        set(row, "happened_at", time(tree.get("time")));
        row.put("offset_seconds", offset(tree));
        row.put("received_at", entry.receivedMillis());
        row.put("treatment", record.treatment().name().toLowerCase(Locale.ROOT));
        row.put("sender", entry.sender());
        for (String name : List.of("account_id", "session_id", "device_id")) {
            set(row, name, id(at(data, name)));
        }
        set(row, "ip", hash(at(data, "ip")));
        set(row, "order_id", id(orderId(tree, data)));
        Object order = isOf(tree, "order.") ? at(data, "order") : data;
        Object amount = hasAmount(tree) ? at(order, "amount") : null;
        set(row, "amount", at(amount, "value"));
        set(row, "currency", at(amount, "currency"));
        row.put("body", entry.canonical());
        row.put("facts", facts(record));
        if (!entry.sealed().isEmpty()) {
            row.put("customer", NaiveProjection.customer(entry.sealed()));
            row.put("sealed", hex(entry.sealed().bytes()));
        }
        return row;
    }

    private static Map<String, Object> identity(long number, Map<String, Object> tree) {
        Map<String, Object> row = new HashMap<>();
        row.put("sequence", number);
        set(row, "event_id", tree.get("id"));
        set(row, "source", tree.get("source"));
        set(row, "type", tree.get("type"));
        return row;
    }

    private static long offset(Map<String, Object> tree) {
        return Timestamps.parse(String.valueOf(tree.get("time"))).orElseThrow().offsetSeconds();
    }

    private static boolean isOf(Map<String, Object> tree, String family) {
        return String.valueOf(tree.get("type")).startsWith(family);
    }

    private static boolean isOfAny(Map<String, Object> tree, List<String> families) {
        return families.stream().anyMatch(family -> isOf(tree, family));
    }

    private static boolean hasAmount(Map<String, Object> tree) {
        return isOfAny(
                tree,
                List.of("order.", "payment.", "gift_code.", "gift_balance.", "points.", "dispute.", "fraud_warning."));
    }

    private static @Nullable Object orderId(Map<String, Object> tree, @Nullable Object data) {
        if ("order.visibility_changed".equals(tree.get("type"))) {
            List<?> orders = list(at(data, "order_ids"));
            return orders.size() == 1 ? orders.getFirst() : null;
        }
        if (isOf(tree, "order.")) {
            return at(data, "order", "order_id");
        }
        return hasAmount(tree) || isOf(tree, "three_ds.") ? at(data, "order_id") : null;
    }

    private static String facts(EventAccepted record) {
        Map<String, Object> known = new HashMap<>();
        for (FactName name : FactName.values()) {
            Object value = record.entry().facts().value(name);
            if (value instanceof String || value instanceof Long || value instanceof Boolean) {
                known.put(name.name().toLowerCase(Locale.ROOT), value);
            }
        }
        return new CanonicalJson().write(known);
    }

    private static Map<String, Object> label(long number, EventAccepted record, Map<String, Object> tree) {
        Map<String, Object> row = identity(number, tree);
        row.remove("type");
        set(row, "about_kind", at(tree, "data", "about_kind") instanceof String kind ? kind : null);
        set(row, "about", id(at(tree, "data", "about")));
        set(row, "label", at(tree, "data", "label"));
        set(row, "known_at", time(at(tree, "data", "known_at")));
        set(row, "origin", at(tree, "data", "origin"));
        set(row, "applied_at", time(tree.get("time")));
        row.put("offset_seconds", offset(tree));
        set(row, "account_id", id(at(tree, "data", "account_id")));
        row.put("sender", record.entry().sender());
        return row;
    }

    private Map<String, Object> decision(long number, EventAccepted record, Map<String, Object> tree) {
        Policy policy = policies.apply(record.policyId());
        DecisionCodec.Decided decided = DecisionCodec.read(record.decision(), policy);
        Map<String, Object> told = json(number, record, tree, decided);
        Map<String, Object> row = identity(number, tree);
        set(row, "happened_at", time(tree.get("time")));
        set(row, "decided_at", record.decidedMillis());
        row.put("policy_id", record.policyId());
        row.put("latency_micros", record.latencyMicros());
        row.put("why", decided.assessment().why());
        set(row, "outcome", told.get("decision"));
        for (String name : List.of("decision_id", "score", "level", "status", "policy_version")) {
            set(row, name, told.get(name));
        }
        set(row, "account_id", id(told.get("account_id")));
        set(row, "order_id", id(told.get("order_id")));
        row.put("reasons", each(told.get("reasons"), "code"));
        for (String name : List.of("matched", "unknown", "exempted", "shadow")) {
            row.put(name + "_rules", each(told.get(name + "_rules"), "id"));
        }
        row.put("actions", each(told.get("actions"), "action"));
        row.put("action_targets", each(told.get("actions"), "target"));
        deadlines(row, told);
        return row;
    }

    private static void deadlines(Map<String, Object> row, Map<String, Object> told) {
        set(row, "required_methods", at(told, "required", "methods"));
        set(row, "required_until", time(at(told, "required", "expires_at")));
        set(row, "hold_until", time(at(told, "hold", "expires_at")));
        set(row, "hold_on_expiry", at(told, "hold", "on_expiry"));
        set(row, "hold_release_on", at(told, "hold", "release_on"));
        set(row, "release_at", time(at(told, "release", "not_before")));
    }

    /** The decision as it is answered. */
    private Map<String, Object> json(
            long number, EventAccepted record, Map<String, Object> tree, DecisionCodec.Decided decided) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String version = policies.apply(record.policyId()).definition().version();
        try {
            new DecisionWriter(version)
                    .write(
                            new DecisionWriter.Made(
                                    EventReader.checked(tree, record.entry().receivedMillis()),
                                    decided.assessment(),
                                    number,
                                    record.decidedMillis(),
                                    record.latencyMicros()),
                            out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return RecordReading.tree(out.toString(StandardCharsets.UTF_8).strip());
    }
}
