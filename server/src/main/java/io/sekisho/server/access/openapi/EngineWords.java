package io.sekisho.server.access.openapi;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.feature.KeyKind;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The schemas of the closed lists of words that decisions are told in. */
final class EngineWords {

    private EngineWords() {}

    static Map<String, Object> all() {
        return Map.of(
                "Outcome", words(Outcome.values(), Outcome::word),
                "ActionVerb", words(ActionVerb.values(), ActionVerb::word),
                "Absence", words(Absence.values(), Absence::word),
                "Entity", words(KeyKind.values(), KeyKind::word),
                "DecisionStatus", words(Assessment.Status.values(), EngineWords::small),
                "Treatment", words(Treatment.values(), EngineWords::small));
    }

    private static <T> Map<String, Object> words(T[] values, Function<T, String> word) {
        return EventSchemas.words(Arrays.stream(values).map(word).toList());
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
