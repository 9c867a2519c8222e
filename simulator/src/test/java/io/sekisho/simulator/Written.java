package io.sekisho.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A simulation's output, read back. */
record Written(List<String> lines, List<String> labelLines, SimulationStats stats) {
    static Written by(SimulationPlan plan) {
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        SimulationStats stats = new Simulation(plan).run(events, labels);
        return new Written(
                events.toString(UTF_8).lines().toList(),
                labels.toString(UTF_8).lines().toList(),
                stats);
    }

    List<Map<String, Object>> events() {
        return lines.stream().map(Json::object).toList();
    }

    List<Map<String, Object>> labels() {
        return labelLines.stream().map(Json::object).toList();
    }

    /** What the labels of a kind are about. */
    Set<String> labelled(String kind) {
        return labels().stream()
                .filter(label -> kind.equals(label.get("about_kind")))
                .map(label -> (String) label.get("about"))
                .collect(Collectors.toSet());
    }

    static String account(Map<String, Object> event) {
        return (String) Json.at(event, "data.account_id");
    }

    static String order(Map<String, Object> event) {
        Object created = Json.at(event, "data.order.order_id");
        return (String) (created != null ? created : Json.at(event, "data.order_id"));
    }

    static Instant time(Map<String, Object> event) {
        return OffsetDateTime.parse((String) event.get("time")).toInstant();
    }

    static Instant arrival(Map<String, Object> event) {
        Object recorded = event.getOrDefault("recordedtime", event.get("time"));
        return OffsetDateTime.parse((String) recorded).toInstant();
    }
}
