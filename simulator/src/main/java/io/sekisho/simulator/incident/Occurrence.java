package io.sekisho.simulator.incident;

import io.sekisho.simulator.incident.Step.Basket;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of a told story.
 *
 * @param name its name in the story
 * @param data as it is written
 * @param part what it is to the case
 */
record Occurrence(long millis, String name, String type, Map<String, Object> data, Part part) {

    Occurrence {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /**
     * What an event is to the case.
     *
     * @param isPast whether it belongs to the time before
     * @param thing the order or the code that it is about; null for any other event
     * @param basket of that order
     * @param yen of that order or code
     */
    record Part(
            boolean isPast,
            Who who,
            @Nullable String thing,
            @Nullable Basket basket,
            long yen) {

        static Part of(boolean isPast, Who who) {
            return new Part(isPast, who, null, null, 0);
        }
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }
}
