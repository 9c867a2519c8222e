package io.sekisho.acceptance.testkit;

import java.time.Instant;
import java.util.List;

/** Events as a shop would send them. */
public final class Events {

    private Events() {}

    public static String login(String id, String account, Instant time) {
        return of(id, "login.succeeded", time, "\"account_id\":\"" + account + "\",\"auth_methods\":[\"password\"]");
    }

    public static String failedLogin(String id, String account, Instant time) {
        return of(id, "login.failed", time, "\"account_id\":\"" + account + "\",\"failure_reason\":\"wrong_password\"");
    }

    public static String passwordChange(String id, String account, Instant time) {
        return of(id, "password.changed", time, "\"account_id\":\"" + account + "\",\"reason\":\"user\"");
    }

    /** An order of one gift code; the order's id is the event's. */
    public static String giftOrder(String id, String account, Instant time) {
        return order(id, account, time, "gift_code");
    }

    /** An order of one thing of that category; the order's id is the event's. */
    public static String order(String id, String account, Instant time, String category) {
        String amount = "\"amount\":{\"value\":5000,\"currency\":\"JPY\"}";
        return of(
                id,
                "order.created",
                time,
                "\"account_id\":\"" + account + "\",\"order\":{\"order_id\":\"" + id + "\"," + amount
                        + ",\"items\":[{\"category\":\"" + category + "\",\"quantity\":1," + amount
                        + ",\"recipient\":{\"email\":\"friend@example.net\"}}]}");
    }

    /** Lines, as an array. */
    public static String array(List<String> events) {
        return "[" + String.join(",", events) + "]";
    }

    private static String of(String id, String type, Instant time, String members) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"https://shop.example\",\"type\":\"" + type
                + "\",\"time\":\"" + time + "\",\"data\":{" + members + "}}";
    }
}
