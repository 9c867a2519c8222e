package io.sekisho.cli.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events, in the order of the file, with what the labels say of them. */
final class EventBook {

    /** The categories that are money in another form. */
    private static final Set<String> STORED_VALUE = Set.of("gift_code", "balance_topup", "stored_value");

    private final LabelBook labels;
    private final IdentityTable identities = new IdentityTable();
    private final IdentityTable orderIds = new IdentityTable();
    private final List<SeenEvent> events = new ArrayList<>();
    private final Map<Integer, PlacedOrder> orders = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final KnownDevices devices = new KnownDevices();
    private final List<IssuedCode> codes = new ArrayList<>();
    private long repeated;

    /** A code waits for its order: the file may have them in any order. */
    private record IssuedCode(
            SeenEvent issued, int order, @Nullable Label label) {}

    EventBook(LabelBook labels) {
        this.labels = labels;
    }

    /** Takes a line of the file; an event that was there before is only counted. */
    void add(JsonLine line) {
        String source = line.requiredText("source");
        String id = line.requiredText("id");
        String type = line.requiredText("type").intern();
        long millis = line.requiredMillis("time");
        JsonLine data = line.object("data");
        if (data == null && line.isSound()) {
            line.report("data", "missing", "'data' is missing.");
        }
        if (data == null || !line.isSound()) {
            return;
        }
        int before = identities.size();
        identities.add(identity(source, id));
        if (identities.size() == before) {
            repeated++;
            return;
        }
        events.add(event(id, type, millis, data));
    }

    private SeenEvent event(String id, String type, long millis, JsonLine data) {
        String accountId = data.text("account_id");
        Account account = accountId.isEmpty() ? null : accounts.computeIfAbsent(accountId, this::account);
        int device = devices.seen(accountId, data.text("device_id"), millis);
        JsonLine order = type.equals("order.created") ? data.object("order") : null;
        SeenEvent event = new SeenEvent(type, millis, account, label(id, order));
        if (order != null) {
            place(event, order, device);
        } else if (type.equals("gift_code.issued")) {
            issue(event, data);
        }
        if (account != null && event.label != null && event.label.isAttack()) {
            account.attacked(millis);
        }
        return event;
    }

    private Account account(String id) {
        return new Account(id, labels.of(Label.Kind.ACCOUNT, id));
    }

    private @Nullable Label label(String id, @Nullable JsonLine order) {
        Label ofOrder = order == null ? null : labels.of(Label.Kind.ORDER, order.text("order_id"));
        Label ofEvent = labels.of(Label.Kind.EVENT, id);
        return ofOrder == null ? ofEvent : ofOrder;
    }

    private void place(SeenEvent event, JsonLine order, int device) {
        JsonLine amount = order.object("amount");
        long value = amount == null ? 0 : amount.whole("value", 0);
        String currency = amount == null ? "" : amount.text("currency").intern();
        long pieces = 0;
        for (JsonLine item : order.objects("items")) {
            if (STORED_VALUE.contains(item.text("category"))) {
                pieces += item.whole("quantity", 1);
            }
        }
        PlacedOrder placed = new PlacedOrder(event, new Amount(value, currency), pieces, device);
        event.order = placed;
        orders.putIfAbsent(orderIds.add(order.requiredText("order_id")), placed);
    }

    private void issue(SeenEvent event, JsonLine data) {
        Label label = labels.of(Label.Kind.CODE, data.text("code_id"));
        String order = data.text("order_id");
        codes.add(new IssuedCode(event, order.isEmpty() ? -1 : orderIds.add(order), label));
    }

    /** Joins codes to their orders; to be called after the last line and before anything is asked. */
    void close() {
        for (IssuedCode code : codes) {
            PlacedOrder order = orders.get(code.order());
            code.issued().order = order;
            Account account = code.issued().account;
            if (code.label() != null && code.label().isAttack() && account != null) {
                account.attacked(code.issued().timeMillis);
            }
            if (code.label() != null && order != null) {
                order.codeLabelled(code.label());
            }
        }
        codes.clear();
    }

    /** The event of that identity; null where there is none. */
    @Nullable
    SeenEvent find(String source, String id) {
        int number = identities.find(identity(source, id));
        return number < 0 ? null : events.get(number);
    }

    List<SeenEvent> events() {
        return events;
    }

    /** The accounts that events name; in no order. */
    Iterable<Account> accounts() {
        return accounts.values();
    }

    /** Whether the order came from a device that the account had used before. */
    boolean isFromKnownDevice(PlacedOrder order) {
        return devices.isKnown(order.device, order.created.timeMillis);
    }

    long repeated() {
        return repeated;
    }

    private static String identity(String source, String id) {
        return source + '\0' + id;
    }
}
