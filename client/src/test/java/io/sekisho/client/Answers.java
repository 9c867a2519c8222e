package io.sekisho.client;

import java.util.List;
import java.util.Map;

/** What a gate says about {@link Samples}. */
final class Answers {

    /** The contract's example, about {@link Samples#order}, with what later servers may add. */
    static final String HOLD = """
            {"decision_id":"abcdefghijklmnopqrstuvwxyz","event_id":"e1","source":"https://shop.example",
             "type":"order.created","time":"2023-09-13T02:14:05+09:00","account_id":"a1","order_id":"o1",
             "decision":"hold","score":87,"level":"high","status":"evaluated",
             "reasons":[{"code":"first_gift_new_device","weight":40,"text":{"en":"First gift","ja":"初めてのギフト"}}],
             "matched_rules":[{"id":"gift-burst","version":3,"outcome":"hold"}],"unknown_rules":[],
             "required":{"methods":["passkey","callback"],"expires_at":"2023-09-13T02:29:05+09:00"},
             "hold":{"expires_at":"2023-09-14T02:14:05+09:00","on_expiry":"cancel",
              "release_on":["owner_confirmed","reviewed"]},
             "release":{"not_before":"2023-09-13T02:24:05+09:00"},
             "actions":[{"action":"hold_order","target":"o1"},{"action":"notify_out_of_band","target":"a1"}],
             "policy_version":"starter-1","sequence":123,"decided_at":"2023-09-13T02:14:05.1+09:00",
             "latency_micros":210,"new_of_2030":{"a":[1]}}
            """;

    private Answers() {}

    static Gate.Answer allow(String eventId) {
        return Gate.json(200, decision(eventId, "allow"));
    }

    static String decision(String eventId, String outcome) {
        return """
                {"decision_id":"abcdefghijklmnopqrstuvwxyz","event_id":"%s","source":"https://shop.example",
                 "type":"login.succeeded","decision":"%s","score":3,"level":"low","status":"not_evaluated",
                 "reasons":[],"actions":[],"policy_version":"starter-1","sequence":7}""".formatted(eventId, outcome);
    }

    static Gate.Answer problem(int status) {
        return Gate.problem(
                status,
                Map.of(
                        "status",
                        status,
                        "detail",
                        "Because of " + status,
                        "problems",
                        List.of(Map.of("pointer", "/data/ip", "code", "invalid_format", "detail", "No address"))));
    }

    static Gate.Answer problem(int status, String failPolicy, String... headers) {
        return Gate.problem(status, Map.of("detail", "Because", "fail_policy", failPolicy), headers);
    }
}
