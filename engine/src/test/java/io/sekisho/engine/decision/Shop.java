package io.sekisho.engine.decision;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.rule.Rule;
import io.sekisho.engine.testkit.EventDraft;
import io.sekisho.engine.testkit.PolicyDraft;
import java.util.List;

/** A shop that sends its events to an engine, one after the other. */
final class Shop {

    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private final Engine engine;

    Shop(PolicyDraft policy) {
        engine = new Engine(policy.compile());
    }

    Assessment sends(EventDraft draft) {
        return sends(draft.build());
    }

    Assessment sends(Event event) {
        return engine.accept(event, new Facts()).orElseThrow();
    }

    Engine engine() {
        return engine;
    }

    static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }
}
