package io.sekisho.wire.policy;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.decision.SeenEvents.Sight;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.Rule;
import io.sekisho.engine.rule.RuleDefinition.Example;
import io.sekisho.wire.enrichment.Enricher;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.json.JsonProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs the tests that rules carry: the whole policy decides the events of a file, from an empty state. */
public final class RuleTests {

    private final Path directory;
    private final Policy policy;
    private final Enricher enricher = Enricher.shipped();
    private final List<Problem> failures = new ArrayList<>();
    private int passed;

    private RuleTests(Path directory, Policy policy) {
        this.directory = directory;
        this.policy = policy;
    }

    /**
     * How the tests went.
     *
     * @param passed expectations that were met
     * @param failures those that were not, and files that cannot be read
     */
    public record Result(int passed, List<Problem> failures) {
        public Result {
            failures = List.copyOf(failures);
        }
    }

    /** Runs all tests of a policy; the files stand in its directory. */
    public static Result run(Path directory, Policy policy) throws IOException {
        RuleTests tests = new RuleTests(directory, policy);
        for (Rule rule : policy.rules()) {
            for (Example example : rule.definition().tests()) {
                tests.run(rule, example);
            }
        }
        return new Result(tests.passed, tests.failures);
    }

    private void run(Rule rule, Example example) throws IOException {
        Path file = directory.resolve(example.given().text()).normalize();
        if (!file.startsWith(directory.normalize()) || !Files.isRegularFile(file)) {
            fail(
                    example.given().origin(),
                    "test_file_missing",
                    "There is no file " + example.given().text() + ".");
            return;
        }
        Map<String, Assessment> assessments = decide(example, Files.readAllLines(file));
        new TreeMap<>(example.expect()).forEach((id, outcome) -> {
            Optional<String> failure = failure(rule, id, outcome, assessments);
            failure.ifPresent(detail -> fail(example.given().origin(), "test_failed", detail));
            passed += failure.isEmpty() ? 1 : 0;
        });
    }

    private Map<String, Assessment> decide(Example example, List<String> lines) {
        Engine engine = new Engine(policy);
        EventReader reader = new EventReader();
        Map<String, Assessment> assessments = new HashMap<>();
        int number = 0;
        for (String line : lines) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            switch (reader.read(line.getBytes(StandardCharsets.UTF_8))) {
                case Reading.Accepted accepted -> decide(engine, accepted, assessments);
                case Reading.Refused refused -> refuse(example, number, refused.problems());
            }
        }
        return assessments;
    }

    private void decide(Engine engine, Reading.Accepted accepted, Map<String, Assessment> assessments) {
        if (engine.see(accepted.identity(), accepted.body()) == Sight.NEW) {
            engine.accept(accepted.event(), enricher.factsOf(accepted.event(), accepted.hadCardNumber()))
                    .ifPresent(assessment -> assessments.put(accepted.event().id(), assessment));
        }
    }

    private void refuse(Example example, int line, List<JsonProblem> problems) {
        for (JsonProblem problem : problems) {
            fail(
                    new Origin(example.given().text(), line, 1),
                    problem.code(),
                    problem.pointer() + ": " + problem.detail());
        }
    }

    private static Optional<String> failure(
            Rule rule, String id, Outcome expected, Map<String, Assessment> assessments) {
        Assessment assessment = assessments.get(id);
        if (assessment == null) {
            return Optional.of("Rule " + rule.id() + ": the event " + id + " was not decided; is it in the file, and is"
                    + " its type among those that the policy decides?");
        }
        if (assessment.outcome() == expected) {
            return Optional.empty();
        }
        List<String> hits = assessment.hits().stream().map(Rule::id).toList();
        return Optional.of("Rule " + rule.id() + ": " + expected.word() + " was expected for the event " + id
                + ", but it got " + assessment.outcome().word() + " by "
                + (hits.isEmpty() ? "no rule" : String.join(", ", hits)) + ".");
    }

    private void fail(Origin origin, String code, String detail) {
        failures.add(Problem.error(origin, code, detail));
    }
}
