package io.sekisho.simulator.incident;

import static io.sekisho.simulator.incident.Scenery.tree;

import io.sekisho.simulator.incident.Step.Basket;
import io.sekisho.simulator.stream.Timestamps;
import java.util.List;
import java.util.Map;

/**
 * An incident as it was told once: its events, and what is true of them.
 *
 * @param events in the order in which they come
 * @param labels lines of JSON in the contract's format
 */
public record Rendition(List<Told> events, List<String> labels) {
    private static final String SOURCE = "https://shop.example";

    public Rendition {
        events = List.copyOf(events);
        labels = List.copyOf(labels);
    }

    /**
     * An event of the story.
     *
     * @param name its name in the story; that of an order's creation is the order's
     * @param line one object of JSON
     * @param pieces how many pieces of stored value an order buys; 0 for any other event
     */
    public record Told(
            String name, String type, long millis, String line, boolean isPast, boolean isAttack, int pieces) {}

    /** Tells an incident. */
    public static Rendition of(Incident incident, Staging staging, Telling telling) {
        List<Occurrence> occurrences = Narrator.tell(incident, staging, telling);
        return new Rendition(
                occurrences.stream()
                        .map(occurrence -> told(incident, staging, occurrence))
                        .toList(),
                Truths.of(incident, staging, occurrences).stream()
                        .map(TreeLines::line)
                        .toList());
    }

    private static Told told(Incident incident, Staging staging, Occurrence occurrence) {
        Map<String, Object> event = tree(
                "specversion",
                "1.0",
                "id",
                staging.id(Thing.EVENT, occurrence.name()),
                "source",
                SOURCE,
                "type",
                occurrence.type(),
                "time",
                Timestamps.format(occurrence.millis()),
                "data",
                occurrence.data());
        Basket basket = occurrence.part().basket();
        boolean isStoredValue = occurrence.is("order.created") && basket != null && basket.isStoredValue();
        return new Told(
                occurrence.name(),
                occurrence.type(),
                occurrence.millis(),
                TreeLines.line(event),
                occurrence.part().isPast(),
                incident.isAttack() && occurrence.part().who() == Who.ATTACKER,
                isStoredValue ? 1 : 0);
    }

    /** The events as a file. */
    public String eventLines() {
        return lines(events.stream().map(Told::line).toList());
    }

    /** The labels as a file. */
    public String labelLines() {
        return lines(labels);
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
