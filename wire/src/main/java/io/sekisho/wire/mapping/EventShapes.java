package io.sekisho.wire.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the contract says of event types that a mapping can be held against before the first row is read. */
final class EventShapes {

    static final String CUSTOM = "custom.";

    private static final List<String> ORDER = List.of("order.order_id");
    private static final Map<String, List<String>> REQUIRED = required();

    private static final Set<String> MONEY = Set.of(
            "amount",
            "items[].amount",
            "order.amount",
            "order.items[].amount",
            "order.payment.amount",
            "order.payments[].amount");
    private static final Set<String> WHOLE = Set.of(
            "account.gift_orders_before",
            "account.orders_before",
            "items[].quantity",
            "order.items[].quantity",
            "rtt_millis");
    private static final Set<String> FLAGS =
            Set.of("breached_password", "enabled", "holder_matches", "liability_shifted");

    static boolean isType(String name) {
        return REQUIRED.containsKey(name) || (name.startsWith(CUSTOM) && name.length() > CUSTOM.length());
    }

    static Set<String> types() {
        return REQUIRED.keySet();
    }

    /** The places in {@code data} without which an event of the type is refused. */
    static List<String> requiredOf(String type) {
        return REQUIRED.getOrDefault(type, List.of());
    }

    /** What a place must be read as; nothing where text is right or the place is the user's own. */
    static Optional<As> expected(DataPath path) {
        String shape = path.shape();
        if (MONEY.contains(shape)) {
            return Optional.of(As.DECIMAL_MONEY);
        }
        if (WHOLE.contains(shape)) {
            return Optional.of(As.INTEGER);
        }
        return FLAGS.contains(shape) ? Optional.of(As.BOOLEAN) : Optional.empty();
    }

    /** Whether a card number in this text is masked, not refused: people and browsers write what they like there. */
    static boolean isProse(DataPath path) {
        return path.endsWith("user_agent") || path.endsWith("recipient", "name") || path.endsWith("message");
    }

    private static Map<String, List<String>> required() {
        Map<String, List<String>> types = new TreeMap<>();
        add(types, List.of(), "login", "succeeded failed");
        add(types, List.of(), "session", "established revoked");
        add(types, List.of("method"), "verification", "requested succeeded failed");
        add(types, List.of(), "three_ds", "completed");
        add(types, List.of(), "password", "changed reset_requested");
        add(types, List.of("method"), "credential", "added removed");
        add(types, List.of(), "recovery", "activated");
        add(types, List.of(), "account", "created email_changed phone_changed name_changed language_changed");
        add(types, List.of(), "account", "type_changed locked unlocked reactivated linked");
        add(types, List.of(), "notification_settings", "changed");
        add(types, List.of(), "mail_rule", "reported");
        add(types, List.of(), "mail_flood", "reported");
        add(types, List.of(), "address", "added changed");
        add(types, List.of(), "payment_method", "added removed verification_failed");
        add(types, List.of(), "wallet", "linked unlinked");
        add(types, List.of(), "cart", "updated");
        add(types, List.of("order.order_id", "order.amount", "order.items"), "order", "created");
        add(types, ORDER, "order", "updated rerouted cancelled fulfilled held released");
        add(types, List.of("order_ids", "visibility"), "order", "visibility_changed");
        add(types, List.of("payment_id", "amount"), "payment", "authorized captured settled declined voided refunded");
        add(types, List.of("code_id"), "gift_code", "issued delivered viewed redeemed redeem_failed");
        add(types, List.of("code_id"), "gift_code", "balance_checked frozen revoked");
        add(types, List.of("amount"), "gift_balance", "loaded spent transferred");
        add(types, List.of("amount"), "points", "redeemed");
        add(types, List.of("about"), "security_notification", "sent confirmed_self reported_not_me");
        add(types, List.of(), "notice", "delivered opened");
        add(types, List.of("dispute_id"), "dispute", "inquiry_received inquiry_answered opened won lost");
        add(types, List.of("dispute_id"), "fraud_warning", "received");
        add(types, List.of(), "support", "contact_opened identity_matched takeover_claimed account_viewed closed");
        add(types, List.of(), "signal", "received");
        add(types, List.of("about", "label"), "label", "applied");
        return types;
    }

    private static void add(Map<String, List<String>> types, List<String> required, String subject, String verbs) {
        for (String verb : verbs.split(" ", -1)) {
            types.put(subject + "." + verb, required);
        }
    }

    /** The required places of a type that none of the paths fills. */
    static List<String> unfilled(String type, List<DataPath> paths) {
        List<String> unfilled = new ArrayList<>();
        for (String required : requiredOf(type)) {
            boolean isFilled = paths.stream().map(DataPath::shape).anyMatch(shape -> fills(shape, required));
            if (!isFilled) {
                unfilled.add(required);
            }
        }
        return unfilled;
    }

    /** Whether a value at {@code shape} makes that {@code required} is there. */
    static boolean fills(String shape, String required) {
        return shape.equals(required) || shape.startsWith(required + "[]") || shape.startsWith(required + ".");
    }

    private EventShapes() {}
}
