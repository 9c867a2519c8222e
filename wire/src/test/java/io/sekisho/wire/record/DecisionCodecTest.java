package io.sekisho.wire.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.FactName;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.feature.FeatureVector;
import io.sekisho.engine.feature.ResultKind;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.Rule;
import io.sekisho.wire.policy.PolicyDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions as bytes: read back they are the same, and they are few. */
final class DecisionCodecTest {

    private static final Path STARTER = Path.of("..", "policies", "starter");
    private static final Policy POLICY = PolicyDirectory.read(STARTER).policy().orElseThrow();

    /** What the contract of the journal allows beside the event. */
    private static final int MOST_BYTES = 1_536;

    private final DecisionCodec codec = new DecisionCodec();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyDecisionReadsBackAsItWas(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Assessment assessment = assessment(random);
            int[] read = IntStream.range(0, POLICY.plan().size())
                    .filter(index -> random.nextInt(3) > 0)
                    .toArray();
            FeatureVector features = features(random);
            byte[] bytes = codec.write(new DecisionCodec.Decided(assessment, features, read), POLICY);
            DecisionCodec.Decided again = DecisionCodec.read(bytes, POLICY);
            assertThat(again.assessment()).as("seed %d, %d", seed, i).isEqualTo(assessment);
            assertThat(again.read()).as("seed %d, %d", seed, i).isEqualTo(read);
            assertThat(Decided.values(again.features()))
                    .as("seed %d, %d", seed, i)
                    .isEqualTo(Decided.values(features, read, POLICY));
            assertThat(codec.write(again, POLICY)).as("seed %d, %d", seed, i).isEqualTo(bytes);
        }
    }

    @Test
    void everyDecisionOfTheStarterPolicyReadsBackAndIsSmall() throws IOException {
        int[] fattest = {0};
        int[] decided = {0};
        for (Path file : tests()) {
            Decided.each(POLICY, file, (engine, made) -> {
                DecisionCodec.Decided before =
                        new DecisionCodec.Decided(made.assessment(), engine.features(), engine.featuresRead());
                byte[] bytes = codec.write(before, POLICY);
                DecisionCodec.Decided again = DecisionCodec.read(bytes, POLICY);
                assertThat(again.assessment()).as("%s", file).isEqualTo(made.assessment());
                assertThat(Decided.values(again.features()))
                        .as("%s", file)
                        .isEqualTo(Decided.values(engine.features(), engine.featuresRead(), POLICY));
                fattest[0] = Math.max(fattest[0], besideTheEvent(made.accepted().canonical(), bytes));
                decided[0]++;
            });
        }
        assertThat(decided[0]).isGreaterThan(50);
        assertThat(fattest[0]).as("bytes beside the event").isBetween(200, MOST_BYTES);
    }

    /** All rules of the type at once, every feature with a value, every fact, and the orders of a busy evening. */
    @Test
    void evenADecisionThatHasEverythingIsSmall() {
        Random random = new Random(4);
        for (String type :
                List.of("order.created", "gift_code.issued", "order.visibility_changed", "login.succeeded")) {
            List<Rule> rules = POLICY.of(type).rules();
            assertThat(rules).as(type).isNotEmpty();
            List<Action> actions = new ArrayList<>();
            rules.forEach(rule -> rule.definition()
                    .actions()
                    .forEach(asked -> IntStream.range(0, asked.target().name().startsWith("RECENT") ? 8 : 1)
                            .mapToObj(i -> new Action(asked.verb(), "order-20230913-" + (1000 + i)))
                            .filter(action -> !actions.contains(action))
                            .forEach(actions::add)));
            Assessment all = new Assessment(
                    Assessment.Status.EVALUATED,
                    "",
                    Outcome.HOLD,
                    100,
                    "high",
                    rules,
                    List.of(),
                    rules,
                    List.of(),
                    new Assessment.Required(List.of("passkey", "app", "callback"), Long.MAX_VALUE),
                    new Assessment.Hold(Long.MAX_VALUE, true, List.of("owner_confirmed", "reviewed")),
                    null,
                    actions);
            int[] read = POLICY.of(type).reading().indexes();
            byte[] bytes = codec.write(new DecisionCodec.Decided(all, full(random), read), POLICY);
            assertThat(besideTheEvent("{}", bytes)).as(type).isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    private static int besideTheEvent(String canonical, byte[] decision) {
        Facts facts = new Facts()
                .put(FactName.IP_COUNTRY, "JP")
                .put(FactName.IP_NETWORK, 4_294_967_295L)
                .put(FactName.IP_NETWORK_NAME, "Internet Initiative Japan Inc.")
                .put(FactName.IP_KIND, "business")
                .put(FactName.USER_AGENT_FAMILY, "Samsung Internet")
                .put(FactName.USER_AGENT_OS, "Windows Phone")
                .put(FactName.USER_AGENT_KIND, "desktop");
        EventEntry entry = new EventEntry(
                canonical, new Fingerprint(1, 2), Long.MAX_VALUE, "key-0123456789ab", facts, EventEntry.Sealed.NONE);
        byte[] record = new RecordCodec()
                .write(new JournalRecord.EventAccepted(
                        entry, JournalRecord.Treatment.DECIDED, Long.MAX_VALUE, Long.MAX_VALUE, 1_000_000, decision));
        return record.length - canonical.getBytes(UTF_8).length;
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.list(STARTER.resolve("tests"))) {
            return files.filter(file -> file.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList();
        }
    }

    private static Assessment assessment(Random random) {
        return new Assessment(
                any(random, Assessment.Status.values()),
                any(random, "", "no_trusted_factor", "event_too_old"),
                any(random, Outcome.values()),
                random.nextInt(101),
                any(random, "low", "medium", "high"),
                some(random, POLICY.rules()),
                some(random, POLICY.rules()),
                some(random, POLICY.rules()),
                some(random, POLICY.rules()),
                random.nextBoolean()
                        ? null
                        : new Assessment.Required(some(random, List.of("passkey", "callback")), random.nextLong()),
                random.nextBoolean()
                        ? null
                        : new Assessment.Hold(
                                random.nextLong(), random.nextBoolean(), some(random, List.of("reviewed", "x"))),
                random.nextBoolean() ? null : random.nextLong(),
                Stream.generate(() -> new Action(any(random, ActionVerb.values()), text(random)))
                        .limit(random.nextInt(5))
                        .toList());
    }

    private static FeatureVector features(Random random) {
        FeatureVector features = full(random);
        for (int i = 0; i < features.size(); i++) {
            if (random.nextInt(3) == 0) {
                features.putAbsent(i, any(random, Absence.values()));
            }
        }
        return features;
    }

    private static FeatureVector full(Random random) {
        FeatureVector features = new FeatureVector(POLICY.plan());
        for (int i = 0; i < features.size(); i++) {
            ResultKind kind = POLICY.plan().kind(i);
            switch (kind) {
                case WHOLE, SPAN -> features.put(i, random.nextLong() >> random.nextInt(64));
                case FLAG -> features.put(i, random.nextInt(2));
                case NUMBER -> features.put(i, Double.doubleToLongBits(random.nextGaussian()));
                case TEXT -> features.putText(i, text(random));
            }
        }
        return features;
    }

    private static String text(Random random) {
        return any(random, "", "o1", "a longer text, 日本語 too", "#0123456789abcdef0123456789abcdef", "😀");
    }

    private static <T> List<T> some(Random random, List<T> of) {
        return of.stream().filter(one -> random.nextBoolean()).toList();
    }

    @SafeVarargs
    private static <T> T any(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }
}
