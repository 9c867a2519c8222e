package io.sekisho.cli.story;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in words why a decision was made, and what was done. */
final class Consequences {

    /** The heaviest reasons suffice. */
    private static final int MOST_REASONS = 2;

    private final Words words;

    Consequences(Words words) {
        this.words = words;
    }

    /** The reasons, the heaviest first; where something was stopped, not those that let it pass. */
    List<String> why(Assessment assessment) {
        List<String> why = assessment.hits().stream()
                .filter(rule -> assessment.outcome() == Outcome.ALLOW
                        || rule.definition().outcome() != Outcome.ALLOW)
                .sorted(Comparator.comparingInt(
                        (Rule rule) -> -rule.definition().score()))
                .limit(MOST_REASONS)
                .map(rule -> words.reason(rule.definition().reason()))
                .toList();
        return why.isEmpty() ? List.of(words.text("why.nothing")) : why;
    }

    /** What is asked of the customer and what was done, in a few words each. */
    List<String> done(Moment moment) {
        Assessment assessment = moment.assessment();
        if (assessment == null) {
            return List.of();
        }
        List<String> done = new ArrayList<>();
        Assessment.Hold hold = assessment.hold();
        Assessment.Required required = assessment.required();
        if (hold != null) {
            Duration span =
                    Duration.ofMillis(hold.expiresMillis() - moment.event().receivedMillis());
            done.add(words.text(
                    hold.cancelsOnExpiry() ? "done.held_then_cancelled" : "done.held", words.duration(span)));
        }
        if (required != null) {
            done.add(words.text("done.required", methods(required)));
        }
        actions(assessment).forEach((verb, count) -> {
            String key = "action." + verb.word();
            done.add(words.text(count > 1 ? key + ".many" : key, count));
        });
        return done;
    }

    private String methods(Assessment.Required required) {
        return words.either(required.methods().stream()
                .map(method -> words.word("method", method))
                .toList());
    }

    /** The owner hears of it first, so it is told first. */
    private static Map<ActionVerb, Long> actions(Assessment assessment) {
        Comparator<ActionVerb> telling = Comparator.comparing(
                        (ActionVerb verb) -> verb != ActionVerb.NOTIFY_OUT_OF_BAND)
                .thenComparing(Comparator.naturalOrder());
        Map<ActionVerb, Long> counts = new TreeMap<>(telling);
        for (Action action : assessment.actions()) {
            counts.merge(action.verb(), 1L, Long::sum);
        }
        return counts;
    }
}
