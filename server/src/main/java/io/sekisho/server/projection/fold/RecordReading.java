package io.sekisho.server.projection.fold;

import io.sekisho.engine.decision.DecisionId;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.policy.Policy;
import io.sekisho.server.projection.fold.Told.Judged;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.record.DecisionCodec;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Understands records: what the bytes of the journal tell. Owned by one thread. */
public final class RecordReading {

    private final LongFunction<Policy> policies;

    /**
     * @param policies every policy that ever decided, by its id; asked again and again
     */
    public RecordReading(LongFunction<Policy> policies) {
        this.policies = policies;
    }

    /**
     * What the record tells.
     *
     * @throws RuntimeException if it cannot be understood, whatever is wrong with it
     */
    public Told read(long number, byte[] bytes) {
        return switch (RecordCodec.read(bytes)) {
            case EventAccepted event -> event(number, event);
            case ListChanged change -> new Told.ListTold(number, change);
            case PolicyActivated policy -> new Told.PolicyTold(number, policy);
        };
    }

    /** The event's canonical form as a tree. */
    public static Map<String, Object> tree(String canonical) {
        byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
        List<JsonProblem> problems = new ArrayList<>();
        Object value = JsonTree.read(bytes, 0, bytes.length, problems).orElse(null);
        if (!problems.isEmpty() || !(value instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("The event is no JSON object any more");
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        members.forEach((name, member) -> tree.put((String) name, member));
        return tree;
    }

    private Told event(long number, EventAccepted accepted) {
        Event event = EventReader.checked(
                tree(accepted.entry().canonical()), accepted.entry().receivedMillis());
        return new Told.EventTold(number, accepted, event, judged(accepted, event));
    }

    private @Nullable Judged judged(EventAccepted accepted, Event event) {
        if (accepted.decision().length == 0) {
            return null;
        }
        Policy policy = policies.apply(accepted.policyId());
        DecisionCodec.Decided decided = DecisionCodec.read(accepted.decision(), policy);
        return new Judged(DecisionId.of(event.source(), event.id()), decided.assessment(), policy.definition());
    }
}
