package io.sekisho.wire.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.DecisionId;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.wire.decision.DecisionWriter.Made;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.golden.Golden;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.policy.PolicyDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decisions as lines of JSON: a policy decides a few events of every kind, the lines are kept. */
class DecisionWriterTest {

    private static final String FOLDER = "/io/sekisho/wire/decision";

    /** The fields of the contract in its order, those of our own after their kin. */
    private static final List<String> FIELDS = List.of(
            "decision_id",
            "event_id",
            "source",
            "type",
            "time",
            "account_id",
            "order_id",
            "decision",
            "score",
            "level",
            "status",
            "reasons",
            "matched_rules",
            "unknown_rules",
            "exempted_rules",
            "shadow_rules",
            "required",
            "hold",
            "release",
            "actions",
            "policy_version",
            "sequence",
            "decided_at",
            "latency_micros");

    private static final Set<String> OPTIONAL = Set.of(
            "account_id",
            "order_id",
            "exempted_rules",
            "shadow_rules",
            "required",
            "hold",
            "release",
            "latency_micros");

    private final Policy policy =
            PolicyDirectory.read(Golden.path(FOLDER + "/policy")).policy().orElseThrow();
    private final ByteArrayOutputStream decisions = new ByteArrayOutputStream();
    private final ByteArrayOutputStream features = new ByteArrayOutputStream();

    @Test
    void writesDecisionsAsInReplay() throws IOException {
        decideAll(null);

        Golden.check(FOLDER + "/decisions.golden", decisions.toString(StandardCharsets.UTF_8));
    }

    @Test
    void writesFeaturesOfEveryKind() throws IOException {
        decideAll(null);

        Golden.check(FOLDER + "/features.golden", features.toString(StandardCharsets.UTF_8));
    }

    @Test
    void writesTheFieldsOfTheContractInItsOrder() throws IOException {
        decideAll(210L);

        Set<String> seen = new HashSet<>();
        for (Map<String, Object> line : lines(decisions)) {
            List<String> expected = FIELDS.stream()
                    .filter(field -> !OPTIONAL.contains(field) || line.containsKey(field))
                    .toList();
            assertThat(List.copyOf(line.keySet())).isEqualTo(expected);
            seen.addAll(line.keySet());
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(FIELDS);
    }

    @Test
    void coversEveryOutcomeAndStatus() throws IOException {
        decideAll(null);

        assertThat(texts("decision")).contains("allow", "challenge", "hold", "deny");
        assertThat(texts("status")).containsExactlyInAnyOrder("evaluated", "not_evaluated");
        assertThat(texts("level")).contains("low", "medium", "high");
    }

    @Test
    void tellsWhoMadeItWhen() throws IOException {
        Event event = events().get(0).event();
        write(new Made(event, notDecided("type_not_decided"), 123, event.timeMillis() + 2, 210L));

        assertThat(lines(decisions).get(0))
                .containsEntry("decision_id", DecisionId.of("https://shop.example", "login"))
                .containsEntry("sequence", 123L)
                .containsEntry("time", "2023-09-13T02:14:00+09:00")
                .containsEntry("decided_at", "2023-09-13T02:14:00.002+09:00")
                .containsEntry("latency_micros", 210L)
                .containsEntry("policy_version", "written-1");
    }

    @Test
    void writesEveryReasonOfTheSystem() throws IOException {
        Event event = events().get(0).event();
        for (String why : List.of("event_too_old", "no_trusted_factor", "type_not_decided")) {
            decisions.reset();
            write(new Made(event, notDecided(why), 1, event.timeMillis(), null));
            assertThat(decisions.toString(StandardCharsets.UTF_8))
                    .contains("\"reasons\":[{\"code\":\"" + why + "\",\"weight\":0,\"text\":{\"en\":")
                    .containsPattern("\"ja\":\"[^\"]*\\p{IsHiragana}");
        }
    }

    @Test
    void writesALineThatEndsAndNothingMore() throws IOException {
        decideAll(null);

        String text = decisions.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .endsWith("}\n")
                .doesNotContain("\r")
                .doesNotContain("}{")
                .doesNotContain("\n\n");
        assertThat(text.lines().count()).isEqualTo(lines(decisions).size());
    }

    @Test
    void holdsForADayOnTheLastDayOfTheCalendar() throws IOException {
        String held = Files.readAllLines(Golden.path(FOLDER + "/events.ndjson")).get(3);
        Reading.Accepted accepted = read(held.replaceFirst("2023-09-13T02:14:\\d\\d\\+09:00", "9999-12-31T12:00:00Z"));
        Assessment assessment =
                new Engine(policy).accept(accepted.event(), new Facts()).orElseThrow();

        write(new Made(accepted.event(), assessment, 1, accepted.event().timeMillis(), null));

        assertThat(lines(decisions).get(0).get("hold").toString()).contains("expires_at=9999-12-31T23:59:59Z");
    }

    private void decideAll(Long latencyMicros) throws IOException {
        Engine engine = new Engine(policy);
        for (Reading.Accepted accepted : events()) {
            Event event = accepted.event();
            var assessment = engine.acceptReadingAll(event, new Facts());
            if (assessment.isPresent()) {
                write(new Made(event, assessment.get(), engine.sequence(), event.timeMillis(), latencyMicros));
                DecisionWriter.writeFeatures(event.id(), policy.plan(), engine.features(), features);
            }
        }
    }

    private void write(Made made) throws IOException {
        new DecisionWriter(policy.definition().version()).write(made, decisions);
    }

    private static Assessment notDecided(String why) {
        return new Assessment(
                Assessment.Status.NOT_EVALUATED,
                why,
                Outcome.ALLOW,
                0,
                "low",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    private Set<String> texts(String field) {
        return lines(decisions).stream().map(line -> line.get(field).toString()).collect(Collectors.toSet());
    }

    private static List<Reading.Accepted> events() throws IOException {
        try (Stream<String> lines = Files.lines(Golden.path(FOLDER + "/events.ndjson"))) {
            return lines.map(DecisionWriterTest::read).toList();
        }
    }

    private static Reading.Accepted read(String line) {
        return (Reading.Accepted) new EventReader().read(line.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked") // JsonTree makes maps with String keys only.
    private static List<Map<String, Object>> lines(ByteArrayOutputStream written) {
        List<JsonProblem> problems = new ArrayList<>();
        List<Map<String, Object>> lines = written.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .map(bytes -> (Map<String, Object>)
                        JsonTree.read(bytes, 0, bytes.length, problems).orElseThrow())
                .toList();
        assertThat(problems).isEmpty();
        return lines;
    }
}
