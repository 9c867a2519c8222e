package io.sekisho.bench.http;

import io.sekisho.wire.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what was answered is a decision: a server that is fast because it answers nonsense is not fast. */
final class DecisionCheck {

    private static final Set<String> OUTCOMES = Set.of("allow", "challenge", "hold", "deny");

    private DecisionCheck() {}

    /** How many of the bodies are decisions. */
    static long count(List<String> bodies) {
        return bodies.stream().filter(DecisionCheck::isDecision).count();
    }

    private static boolean isDecision(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return JsonTree.read(bytes, 0, bytes.length, new ArrayList<>())
                .filter(value -> value instanceof Map<?, ?> members
                        && members.get("decision_id") instanceof String
                        && members.get("decision") instanceof String outcome
                        && OUTCOMES.contains(outcome))
                .isPresent();
    }
}
