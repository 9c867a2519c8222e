package io.sekisho.simulator.incident;

import java.util.List;
import java.util.Map;

/**
 * A case that somebody reported, retold as a story.
 *
 * @param requirements the requirements that it led to
 * @param beginsMillis when the story begins; steps count from there
 * @param knownMillis how long after that the truth was known
 * @param tenure how long the account had been what it was
 * @param cards the stored cards by their names
 * @param past what is told of the time before, beside the usual past
 * @param story the case itself
 */
public record Incident(
        String id,
        String title,
        Truth truth,
        Source source,
        List<String> requirements,
        long beginsMillis,
        long knownMillis,
        Tenure tenure,
        Map<String, CardKind> cards,
        List<Step> past,
        List<Step> story) {

    public Incident {
        requirements = List.copyOf(requirements);
        cards = Map.copyOf(cards);
        past = List.copyOf(past);
        story = List.copyOf(story);
    }

    /** What turned out to be true of it. */
    public enum Truth {
        TAKEOVER,
        HONEST
    }

    /**
     * Who reported it.
     *
     * @param date as exact as the report is; empty where it says none
     */
    public record Source(String site, String date) {}

    /**
     * How long the account had been what it was.
     *
     * @param ageMillis since it was opened
     * @param lastVisitMillis since the last order of its usual past
     */
    record Tenure(long ageMillis, long lastVisitMillis) {}

    /** What a stored card is. */
    record CardKind(String brand, String funding) {}

    public boolean isAttack() {
        return truth == Truth.TAKEOVER;
    }
}
