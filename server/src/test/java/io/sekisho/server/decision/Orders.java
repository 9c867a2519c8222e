package io.sekisho.server.decision;

import java.util.Locale;

/** Events that tests send. */
final class Orders {

    private Orders() {}

    /** A gift order of five thousand yen; its recipient and its address are personal. */
    static String gift(String id, String account, String device) {
        return order(id, account, device, 5_000);
    }

    static String order(String id, String account, String device, long amount) {
        return String.format(Locale.ROOT, """
                {"specversion":"1.0","id":"%s","source":"https://shop.example","type":"order.created",
                 "time":"2023-09-13T00:00:00Z","data":{"account_id":"%s","device_id":"%s","ip":"203.0.113.9",
                 "order":{"order_id":"o-%s","amount":{"value":%d,"currency":"JPY"},"items":[{"category":"gift_code",
                 "amount":{"value":%d,"currency":"JPY"},"recipient":{"email":"hanako@example.net"}}]}}}
                """, id, account, device, id, amount, amount);
    }

    static String login(String id, String account) {
        return String.format(Locale.ROOT, """
                {"specversion":"1.0","id":"%s","source":"https://shop.example","type":"login.succeeded",
                 "time":"2023-09-13T00:00:00Z","data":{"account_id":"%s","auth_methods":["password"]}}
                """, id, account);
    }

    /** Of a type that no policy here decides. */
    static String viewed(String id) {
        return String.format(Locale.ROOT, """
                {"specversion":"1.0","id":"%s","source":"https://shop.example","type":"custom.viewed",
                 "time":"2023-09-13T00:00:00Z","data":{}}
                """, id);
    }
}
