package io.sekisho.engine.feature;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.problem.Suggestion;
import java.util.Arrays;

/** The names of event types, for people who mistype one. */
public final class EventTypes {

    private EventTypes() {}

    /** What to say of a type that there is none of. */
    public static String unknown(String name) {
        return "There is no event type '" + name + "'; types of your own begin with 'custom.'."
                + Suggestion.forWord(
                        name,
                        Arrays.stream(EventType.values())
                                .map(EventType::typeName)
                                .toList());
    }
}
