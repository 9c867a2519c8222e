package io.sekisho.simulator;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An independent reading of the public contract: what is wrong with an event's line. */
final class ContractChecker {
    private static final Map<String, Set<String>> REQUIRED = Map.ofEntries(
            Map.entry("login.succeeded", Set.of("auth_methods", "session_id", "device_id", "ip")),
            Map.entry("login.failed", Set.of("auth_methods", "failure_reason", "device_id", "ip")),
            Map.entry("session.established", Set.of("auth_methods", "session_id")),
            Map.entry("session.revoked", Set.of("by")),
            Map.entry("password.changed", Set.of("reason")),
            Map.entry("password.reset_requested", Set.of("reason")),
            Map.entry("credential.added", Set.of("method", "credential_id")),
            Map.entry("account.created", Set.of()),
            Map.entry("account.email_changed", Set.of("old_hash", "new_hash")),
            Map.entry("notification_settings.changed", Set.of("setting", "enabled")),
            Map.entry("address.added", Set.of("address_id", "country", "postal_code")),
            Map.entry("address.changed", Set.of("address_id", "country", "postal_code")),
            Map.entry("payment_method.added", Set.of("card")),
            Map.entry("cart.updated", Set.of("items")),
            Map.entry("order.created", Set.of("order", "account", "session_id", "device_id", "ip")),
            Map.entry("order.cancelled", Set.of("order")),
            Map.entry("order.fulfilled", Set.of("order")),
            Map.entry("order.visibility_changed", Set.of("order_ids", "visibility", "device_id")),
            Map.entry("payment.authorized", Set.of("payment_id", "amount", "order_id")),
            Map.entry("payment.captured", Set.of("payment_id", "amount", "order_id")),
            Map.entry("payment.settled", Set.of("payment_id", "amount", "order_id")),
            Map.entry("payment.declined", Set.of("payment_id", "amount", "order_id", "decline_category")),
            Map.entry("payment.voided", Set.of("payment_id", "amount", "order_id")),
            Map.entry("payment.refunded", Set.of("payment_id", "amount", "order_id")),
            Map.entry("gift_code.issued", Set.of("code_id", "order_id", "amount", "recipient", "session_id")),
            Map.entry("gift_code.delivered", Set.of("code_id", "order_id", "amount", "recipient")),
            Map.entry("gift_code.viewed", Set.of("code_id", "order_id")),
            Map.entry("gift_code.redeemed", Set.of("code_id", "order_id", "redeemed_by")),
            Map.entry("gift_balance.spent", Set.of("amount", "order_id")),
            Map.entry("points.redeemed", Set.of("amount", "order_id")),
            Map.entry("security_notification.reported_not_me", Set.of("about")),
            Map.entry("dispute.opened", Set.of("dispute_id", "order_id", "amount", "due_at", "reason_code")),
            Map.entry("support.contact_opened", Set.of("contact_id", "contact_channel")),
            Map.entry("support.identity_matched", Set.of("contact_id", "contact_channel")),
            Map.entry("support.takeover_claimed", Set.of("contact_id", "contact_channel")));
    private static final Map<String, Set<Object>> WORDS = Map.of(
            "channel", Set.of("web", "app", "wallet", "phone", "api", "batch"),
            "actor", Set.of("customer", "agent", "system"),
            "failure_reason", Set.of("wrong_password", "unknown_account", "locked", "second_factor"),
            "visibility", Set.of("hidden", "shown"));
    private static final Set<Object> AUTH_METHODS =
            Set.of("password", "sms", "totp", "email", "passkey", "app", "federated", "none");
    private static final Set<Object> PAYMENT_METHODS = Set.of(
            "card",
            "gift_balance",
            "points",
            "wallet",
            "carrier",
            "bank_transfer",
            "pay_later",
            "convenience_store",
            "cod");
    private static final Pattern CARD_NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d])(\\d{13,19}|\\d{4}([ -]\\d{4}){2,3}([ -]\\d{1,4})?|\\d{4}[ -]\\d{6}[ -]\\d{4,5})(?![\\p{L}\\d])");

    private final List<String> problems = new ArrayList<>();
    private final String line;

    private ContractChecker(String line) {
        this.line = line;
    }

    static List<String> problems(String line) {
        ContractChecker checker = new ContractChecker(line);
        checker.check(Json.object(line));
        return checker.problems;
    }

    private void check(Map<String, Object> event) {
        require("1.0".equals(event.get("specversion")), "specversion");
        require(event.get("id") instanceof String id && !id.isBlank(), "id");
        require("https://shop.example".equals(event.get("source")), "source");
        require(line.length() < 65_536, "size");
        require(!CARD_NUMBER.matcher(line).find(), "card number");
        OffsetDateTime time = OffsetDateTime.parse((String) event.get("time"));
        require(time.getOffset().getTotalSeconds() == 9 * 3600, "offset");
        Object recorded = event.get("recordedtime");
        require(recorded == null || !OffsetDateTime.parse((String) recorded).isBefore(time), "recordedtime");
        @SuppressWarnings("unchecked") // an object's keys are strings
        Map<String, Object> data = (Map<String, Object>) event.get("data");
        checkData((String) event.get("type"), time, data);
    }

    private void checkData(String type, OffsetDateTime time, Map<String, Object> data) {
        Set<String> required = REQUIRED.get(type);
        require(required != null, "unknown type " + type);
        require(data.get("account_id") instanceof String, "account_id");
        for (String field : required == null ? Set.<String>of() : required) {
            boolean past = field.equals("account") && time.getYear() == 2023 && time.getMonthValue() < 9;
            require(past || data.containsKey(field), type + " without " + field);
        }
        WORDS.forEach((field, words) ->
                require(!data.containsKey(field) || words.contains(data.get(field)), field + " " + data.get(field)));
        require(!(data.get("auth_methods") instanceof List<?> list) || AUTH_METHODS.containsAll(list), "auth_methods");
        money(data, "amount");
        if (type.equals("order.created")) {
            checkOrder(data);
        }
    }

    private void checkOrder(Map<String, Object> data) {
        @SuppressWarnings("unchecked") // an object's keys are strings
        Map<String, Object> order = (Map<String, Object>) data.get("order");
        money(order, "amount");
        List<?> items = (List<?>) order.get("items");
        require(!items.isEmpty(), "items");
        require(sum(items) == yen(order), "amount is not the sum of its items");
        if (order.get("payments") instanceof List<?> payments) {
            require(sum(payments) == yen(order), "amount is not the sum of its payments");
        } else {
            require(PAYMENT_METHODS.contains(Json.at(order, "payment.method")), "payment.method");
        }
        for (Object item : items) {
            Object gift = ((Map<?, ?>) item).get("recipient");
            require("gift_code".equals(((Map<?, ?>) item).get("category")) == (gift != null), "recipient");
        }
    }

    private static long sum(List<?> parts) {
        return parts.stream().mapToLong(part -> yen((Map<?, ?>) part)).sum();
    }

    private static long yen(Map<?, ?> part) {
        return (Long) ((Map<?, ?>) part.get("amount")).get("value");
    }

    private void money(Map<String, Object> object, String field) {
        if (object.get(field) instanceof Map<?, ?> money) {
            require(money.get("value") instanceof Long value && value > 0, field);
            require("JPY".equals(money.get("currency")), field + " currency");
        }
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem + " in " + line);
        }
    }
}
