package io.sekisho.cli.demo;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.wire.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;

/**
 * An event as the simulator wrote it: a month of them is kept as text, as trees they would not fit beside a server.
 *
 * @param isAttack true where somebody else than the owner caused it
 */
record Line(long arrivalMillis, String text, boolean isAttack) {

    static Line of(String text, boolean isAttack) {
        String recorded = member(text, "recordedtime");
        String arrival = recorded.isEmpty() ? member(text, "time") : recorded;
        return new Line(Timestamps.parse(arrival).orElseThrow().millis(), text, isAttack);
    }

    /** Empty where it has none. */
    String account() {
        return member(text, "account_id");
    }

    Map<String, Object> event() {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return JsonTree.members(JsonTree.read(bytes, 0, bytes.length, new ArrayList<>())
                .orElseThrow(() -> new IllegalStateException("The simulator wrote what is no JSON")));
    }

    /** The first member of that name, a text without escapes; the simulator writes the envelope first. */
    private static String member(String text, String name) {
        String before = "\"" + name + "\":\"";
        int from = text.indexOf(before);
        return from < 0 ? "" : text.substring(from + before.length(), text.indexOf('"', from + before.length()));
    }
}
