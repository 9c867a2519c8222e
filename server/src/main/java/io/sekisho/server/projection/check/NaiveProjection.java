package io.sekisho.server.projection.check;

import static io.sekisho.server.projection.check.NaiveTables.at;
import static io.sekisho.server.projection.check.NaiveTables.hash;
import static io.sekisho.server.projection.check.NaiveTables.hex;
import static io.sekisho.server.projection.check.NaiveTables.id;
import static io.sekisho.server.projection.check.NaiveTables.list;
import static io.sekisho.server.projection.check.NaiveTables.set;
import static io.sekisho.server.projection.check.NaiveTables.setIfTold;
import static io.sekisho.server.projection.check.NaiveTables.time;

import io.sekisho.engine.policy.Policy;
import io.sekisho.server.projection.fold.RecordReading;
import io.sekisho.wire.record.EventEntry.Sealed;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.RecordCodec;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the tables should hold, derived record by record in the plainest way: from the events' JSON, without batches, typed
 * events or SQL. Slow; its memory goes with accounts, devices, orders, payments and codes. Owned by one thread.
 */
final class NaiveProjection {

    private static final Set<String> KEEP_STATUS =
            Set.of("order.updated", "order.rerouted", "order.visibility_changed");

    private final NaiveTables tables = new NaiveTables();
    private final NaiveRecords records;

    NaiveProjection(LongFunction<Policy> policies) {
        this.records = new NaiveRecords(policies);
    }

    /** The rows of accounts, devices, orders, lines, payments, codes and lists, as of the record added last. */
    NaiveTables tables() {
        return tables;
    }

    /** Adds the record; answers with the rows that are its own: by table, by column. */
    Map<String, Map<String, Object>> add(long number, byte[] record) {
        return switch (RecordCodec.read(record)) {
            case EventAccepted event -> {
                Map<String, Object> tree = RecordReading.tree(event.entry().canonical());
                Map<String, Map<String, Object>> own = records.of(number, event, tree);
                apply(number, tree, own, event.entry().sealed());
                yield own;
            }
            case ListChanged change -> {
                apply(number, change);
                yield Map.of();
            }
            case PolicyActivated policy -> Map.of("policy_activation", NaiveRecords.activation(number, policy));
        };
    }

    private void apply(long number, Map<String, Object> tree, Map<String, Map<String, Object>> own, Sealed sealed) {
        String type = String.valueOf(tree.get("type"));
        Happening happening = new Happening(number, type, tree, at(tree, "data"), own.get("decision"));
        account(happening, sealed);
        device(happening);
        if (type.equals("order.visibility_changed")) {
            list(happening.get("order_ids")).forEach(order -> show(happening, order));
        } else if (type.startsWith("order.")) {
            order(happening);
        } else if (type.startsWith("payment.")) {
            payment(happening);
        } else if (type.startsWith("gift_code.")) {
            code(happening);
        }
    }

    /** An event, for those who want one part of it after the other. */
    private record Happening(
            long number,
            String type,
            Map<String, Object> tree,
            @Nullable Object data,
            @Nullable Map<String, Object> decision) {

        @Nullable
        Object get(String... names) {
            return at(data, names);
        }

        @Nullable
        Long millis() {
            return time(tree.get("time"));
        }
    }

    private void account(Happening event, Sealed sealed) {
        String id = id(event.get("account_id"));
        if (id == null) {
            return;
        }
        Map<String, Object> row = tables.row("account", id);
        see(row, event);
        row.putIfAbsent("is_locked", false);
        if (event.type().equals("account.created")) {
            set(row, "created_at", event.millis());
        }
        setIfTold(row, "created_at", time(event.get("account", "created_at")));
        if (Set.of("account.created", "account.email_changed").contains(event.type())) {
            set(row, "email_hash", hash(event.get("email")));
        }
        if (Set.of("account.created", "account.phone_changed").contains(event.type())) {
            set(row, "phone_hash", hash(event.get("phone")));
        }
        switch (event.type()) {
            case "account.locked" -> row.put("is_locked", true);
            case "account.unlocked", "account.reactivated" -> row.put("is_locked", false);
            default -> {}
        }
        if (!sealed.isEmpty()) {
            row.put("customer", customer(sealed));
        }
    }

    private void device(Happening event) {
        String id = id(event.get("device_id"));
        if (id != null) {
            Map<String, Object> row = tables.row("device", id);
            see(row, event);
            setIfTold(row, "last_account_id", id(event.get("account_id")));
        }
    }

    private static void see(Map<String, Object> row, Happening event) {
        row.merge("first_seen_at", event.millis(), (a, b) -> Math.min((Long) a, (Long) b));
        row.merge("last_seen_at", event.millis(), (a, b) -> Math.max((Long) a, (Long) b));
        row.merge("events", 1L, (a, b) -> (Long) a + (Long) b);
        touch(row, event);
    }

    private static void touch(Map<String, Object> row, Happening event) {
        row.putIfAbsent("first_sequence", event.number());
        row.put("last_sequence", event.number());
    }

    private Map<String, Object> seenOrder(Happening event, String id) {
        Map<String, Object> row = tables.row("shop_order", id);
        touch(row, event);
        row.putIfAbsent("status", "unknown");
        row.putIfAbsent("is_hidden", false);
        if (!row.containsKey("account_id")) {
            setIfTold(row, "account_id", id(event.get("account_id")));
        }
        return row;
    }

    private void show(Happening event, Object orderId) {
        Map<String, Object> row = seenOrder(event, String.valueOf(id(orderId)));
        boolean isHidden = "hidden".equals(event.get("visibility"));
        row.put("is_hidden", isHidden);
        set(row, "hidden_at", isHidden ? event.millis() : null);
        set(row, "hidden_by_device", isHidden ? id(event.get("device_id")) : null);
    }

    private void order(Happening event) {
        String id = String.valueOf(id(event.get("order", "order_id")));
        Map<String, Object> row = seenOrder(event, id);
        if (!KEEP_STATUS.contains(event.type())) {
            row.put("status", event.type().substring("order.".length()));
        }
        setAmount(row, event.get("order", "amount"), "");
        if (event.get("order", "shipping") != null) {
            set(row, "address_id", event.get("order", "shipping", "address_id"));
            set(row, "country", event.get("order", "shipping", "country"));
        }
        if (event.type().equals("order.created")) {
            place(row, event);
        }
        items(row, event, id);
        payments(event, id);
    }

    private static void place(Map<String, Object> row, Happening event) {
        Map<String, Object> decision = event.decision();
        setIfTold(row, "account_id", id(event.get("account_id")));
        set(row, "device_id", id(event.get("device_id")));
        set(row, "placed_at", event.millis());
        set(row, "decision_id", decision == null ? null : decision.get("decision_id"));
        set(row, "outcome", decision == null ? null : decision.get("outcome"));
    }

    private void items(Map<String, Object> row, Happening event, String orderId) {
        List<?> items = list(event.get("order", "items"));
        if (items.isEmpty()) {
            return;
        }
        set(row, "items_at", event.millis());
        row.put("items_sequence", event.number());
        Map<List<Object>, Map<String, Object>> table = tables.table("order_item");
        for (long line = 0; table.remove(List.<Object>of(orderId, line)) != null; ) {
            line++;
        }
        for (int line = 0; line < items.size(); line++) {
            Object item = items.get(line);
            Map<String, Object> told = new HashMap<>();
            for (String name : List.of("sku", "category", "quantity")) {
                set(told, name, at(item, name));
            }
            setAmount(told, at(item, "amount"), "");
            send(told, at(item, "recipient"));
            table.put(List.<Object>of(orderId, (long) line), told);
        }
    }

    private void payments(Happening event, String orderId) {
        Object single = event.get("order", "payment");
        List<?> payments = single == null ? list(event.get("order", "payments")) : List.of(single);
        for (Object payment : payments) {
            String id = id(at(payment, "payment_id"));
            if (id != null) {
                Map<String, Object> row = seenPayment(event, id);
                row.put("order_id", orderId);
                setIfTold(row, "method", at(payment, "method"));
                Object amount = at(payment, "amount");
                boolean isWhole = amount == null && payments.size() == 1;
                firstAmount(row, isWhole ? event.get("order", "amount") : amount);
                card(row, at(payment, "card"));
            }
        }
    }

    private Map<String, Object> seenPayment(Happening event, String id) {
        Map<String, Object> row = tables.row("payment", id);
        touch(row, event);
        row.putIfAbsent("status", "announced");
        if (!row.containsKey("account_id")) {
            setIfTold(row, "account_id", id(event.get("account_id")));
        }
        return row;
    }

    private void payment(Happening event) {
        Map<String, Object> row = seenPayment(event, String.valueOf(id(event.get("payment_id"))));
        setIfTold(row, "order_id", id(event.get("order_id")));
        row.put("status", event.type().substring("payment.".length()));
        set(row, "status_at", event.millis());
        setAmount(row, event.get("amount"), "status_");
        set(row, "decline_category", event.get("decline_category"));
        firstAmount(row, event.get("amount"));
        card(row, event.get("card"));
    }

    private static void card(Map<String, Object> row, @Nullable Object card) {
        if (card != null) {
            set(row, "card_token", id(at(card, "token")));
            for (String name : List.of("brand", "bin", "last4", "expiry", "country", "funding")) {
                set(row, "card_" + name, at(card, name));
            }
        }
    }

    private void code(Happening event) {
        Map<String, Object> row = tables.row("code", String.valueOf(id(event.get("code_id"))));
        touch(row, event);
        row.putIfAbsent("status", "unknown");
        if (!row.containsKey("account_id")) {
            setIfTold(row, "account_id", id(event.get("account_id")));
        }
        setIfTold(row, "order_id", id(event.get("order_id")));
        setIfTold(row, "redeemed_by", event.get("redeemed_by"));
        firstAmount(row, event.get("amount"));
        if (event.get("recipient") != null) {
            send(row, event.get("recipient"));
        }
        String word = event.type().substring("gift_code.".length());
        if (word.equals("issued")) {
            set(row, "issued_at", event.millis());
        }
        boolean isOver = Set.of("redeemed", "frozen", "revoked").contains(row.get("status"));
        boolean isLooked = Set.of("delivered", "viewed").contains(word);
        if (!Set.of("redeem_failed", "balance_checked").contains(word) && !(isOver && isLooked)) {
            row.put("status", word);
            set(row, "status_at", event.millis());
        }
    }

    private static void send(Map<String, Object> row, @Nullable Object recipient) {
        set(row, "recipient_email_hash", hash(at(recipient, "email")));
        set(row, "recipient_phone_hash", hash(at(recipient, "phone")));
        set(row, "recipient_account_id", id(at(recipient, "account_id")));
    }

    private static void firstAmount(Map<String, Object> row, @Nullable Object money) {
        if (!row.containsKey("amount")) {
            setAmount(row, money, "");
        }
    }

    private static void setAmount(Map<String, Object> row, @Nullable Object money, String prefix) {
        setIfTold(row, prefix + "amount", at(money, "value"));
        setIfTold(row, prefix + "currency", at(money, "currency"));
    }

    private void apply(long number, ListChanged change) {
        List<Object> key = List.of(String.valueOf(id(change.list())), String.valueOf(id(change.value())));
        Map<List<Object>, Map<String, Object>> table = tables.table("list_item");
        if (!change.isAddition()) {
            table.remove(key);
        } else if (!change.value().isEmpty()) {
            Map<String, Object> row = new HashMap<>();
            set(row, "expires_at", change.expiryMillis() == Long.MAX_VALUE ? null : change.expiryMillis());
            row.put("note", change.note());
            row.put("actor", change.actor());
            row.put("changed_at", change.atMillis());
            row.put("sequence", number);
            if (!change.plain().isEmpty()) {
                row.put("customer", customer(change.plain()));
                row.put("sealed", hex(change.plain().bytes()));
            }
            table.put(key, row);
        }
    }

    static String customer(Sealed sealed) {
        return hex(ByteBuffer.allocate(16)
                .putLong(sealed.customer().high())
                .putLong(sealed.customer().low())
                .array());
    }
}
