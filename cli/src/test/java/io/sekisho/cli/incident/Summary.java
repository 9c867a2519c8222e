package io.sekisho.cli.incident;

import io.sekisho.engine.rule.Outcome;
import io.sekisho.simulator.incident.Incident;
import io.sekisho.simulator.incident.Rendition.Told;
import io.sekisho.simulator.incident.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The course of an incident in a line for people. */
record Summary(Incident incident, Course course) {

    String line(Telling telling) {
        String when = telling == Telling.EVENTS ? "known account" : "first day";
        return "%s, %s: %s; %s".formatted(incident.id(), when, outcomes(), incident.isAttack() ? attack() : honest());
    }

    /** What was decided on each order, equal neighbours together: {@code tea allow, gift-1 to gift-2 challenge}. */
    private String outcomes() {
        List<String> parts = new ArrayList<>();
        List<Told> rest = course.orders();
        while (!rest.isEmpty()) {
            String outcome = outcome(rest.getFirst());
            List<Told> alike = rest.stream()
                    .takeWhile(order -> outcome(order).equals(outcome))
                    .toList();
            String last = alike.size() > 1 ? " to " + alike.getLast().name() : "";
            parts.add(alike.getFirst().name() + last + " " + outcome);
            rest = rest.subList(alike.size(), rest.size());
        }
        return String.join(", ", parts);
    }

    private String outcome(Told order) {
        return course.about(order.name())
                .map(one -> one.assessment().outcome().word())
                .orElse("undecided");
    }

    private String attack() {
        List<Told> orders = course.attackOrders();
        long stopped = orders.stream().filter(course::isStopped).count();
        String notice = course.noticeDelay()
                .map(Duration::toSeconds)
                .map(s -> "after " + s + " s")
                .orElse("never");
        return "%d of %d orders stopped, codes left %d, owner told %s"
                .formatted(stopped, orders.size(), course.codesLeft(List.of()), notice);
    }

    private String honest() {
        String refused = Stream.of(Outcome.HOLD, Outcome.DENY)
                .flatMap(outcome -> course.with(outcome).stream())
                .map(one -> one.told().name())
                .collect(Collectors.joining(", "));
        return "questions %d, held or denied %s"
                .formatted(course.with(Outcome.CHALLENGE).size(), refused.isEmpty() ? "nothing" : refused);
    }
}
