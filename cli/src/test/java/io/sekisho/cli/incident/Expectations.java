package io.sekisho.cli.incident;

import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.simulator.incident.Incidents;
import io.sekisho.wire.yaml.YamlFile;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What must hold of an incident, by the requirements that it led to. */
record Expectations(List<Expectation> all) {

    Expectations {
        all = List.copyOf(all);
    }

    /**
     * Those of the incident's file.
     *
     * @throws IllegalArgumentException naming every problem of the file
     */
    static Expectations of(String incident) {
        List<Problem> problems = new ArrayList<>();
        List<Expectation> all = new ArrayList<>();
        YamlFile.parse(Incidents.text(incident, "expect.yaml"), incident + "/expect.yaml", problems::add)
                .flatMap(YamlValue::mapping)
                .ifPresent(mapping -> read(mapping, all));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return new Expectations(all);
    }

    /** How the course fails them. */
    List<String> failures(Course course) {
        return all.stream()
                .flatMap(expectation -> expectation.failure(course).stream())
                .toList();
    }

    /** How many of them ask for something; that something may pass asks for nothing where nothing else than codes is bought. */
    int countOfDemands() {
        return (int) all.stream()
                .filter(expectation -> !(expectation instanceof Expectation.MayPass))
                .count();
    }

    private static void read(YamlMapping file, List<Expectation> all) {
        List<String> mayPass =
                file.mapping("may_pass").map(part -> texts(part, "orders")).orElse(List.of());
        file.forEach((name, value) -> value.mapping().ifPresent(part -> {
            if (part.elements("for").isEmpty()) {
                value.problem("missing", "'for' must name the requirements behind it.");
            }
            all.add(expectation(name, value, part, mayPass));
            part.finish();
        }));
    }

    private static Expectation expectation(String name, YamlValue value, YamlMapping part, List<String> mayPass) {
        return switch (name) {
            case "codes_left_at_most" -> new Expectation.CodesLeftAtMost(limit(part), mayPass);
            case "may_pass" -> new Expectation.MayPass(mayPass(part));
            case "stopped_from" -> new Expectation.StoppedFrom(text(part, "order"));
            case "questioned" -> new Expectation.Questioned(texts(part, "events"));
            case "contained_by" -> new Expectation.ContainedBy(text(part, "event"));
            case "notice_within" -> new Expectation.NoticeWithin(Duration.parse("PT" + text(part, "span")));
            case "asked_at_most" -> new Expectation.AskedAtMost(limit(part));
            case "never" -> new Expectation.Never(outcomes(part));
            default -> throw new IllegalArgumentException(value.origin() + ": nothing is expected by " + name);
        };
    }

    private static List<String> mayPass(YamlMapping part) {
        return texts(part, "orders");
    }

    private static int limit(YamlMapping part) {
        return part.required("limit").flatMap(YamlValue::whole).orElse(0L).intValue();
    }

    private static String text(YamlMapping part, String key) {
        return part.requiredText(key).map(Sourced::text).orElse("");
    }

    private static List<String> texts(YamlMapping part, String key) {
        return part.elements(key).stream()
                .flatMap(element -> element.text().stream())
                .map(Sourced::text)
                .toList();
    }

    private static List<Outcome> outcomes(YamlMapping part) {
        return texts(part, "outcomes").stream()
                .map(word -> Outcome.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
