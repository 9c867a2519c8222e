package io.sekisho.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.expression.FactName;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.feature.FeatureVector;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.Rule;
import io.sekisho.server.catalog.PolicyShelf;
import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.server.privacy.EnvelopeKey;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.simulator.Simulation;
import io.sekisho.simulator.SimulationPlan;
import io.sekisho.wire.enrichment.Enricher;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.policy.PolicyDirectory;
import io.sekisho.wire.pseudonym.Originals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From bytes to an event that may be decided. */
final class IntakeTest {

    private static final Path STARTER = Path.of(System.getProperty("sekisho.root", ".."), "policies", "starter");
    private static final String ORDER = """
            {"specversion":"1.0","id":"e1","source":"https://shop.example","type":"order.created",
             "time":"2023-09-13T02:14:05+09:00","traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
             "data":{"account_id":"a1","ip":"2001:db8:1:2::1","user_agent":"card 4111 1111 1111 1111",
              "order":{"order_id":"o1","amount":{"value":5000,"currency":"JPY"},"items":[{"category":"gift_code",
                 "amount":{"value":5000,"currency":"JPY"},"recipient":{"email":"Hanako@Example.net",
                 "phone":"+81 90-1234-5678","name":"山田花子","message":"おめでとう"}}]}}}
            """;
    private static final List<String> PERSONAL =
            List.of("2001:db8", "anako", "xample.net", "90-1234", "山田", "おめでとう", "4111");

    @TempDir
    private Path folder;

    private ShopKeys shop;
    private CustomerKeys customers;
    private Intake intake;

    @BeforeEach
    void open() throws IOException {
        SecureRandom random = new SecureRandom();
        EnvelopeKey envelope = EnvelopeKey.open(null, folder.resolve("envelope.json"));
        shop = ShopKeys.open(folder.resolve("shop.keys"), envelope, random);
        customers = new CustomerKeys(folder.resolve("customers.keys"), envelope, random);
        intake = new Intake(Enricher.shipped(), shop, customers);
    }

    @AfterEach
    void close() throws IOException {
        customers.close();
    }

    private Admission.Accepted accepted(String json) {
        return (Admission.Accepted) intake.read(json.getBytes(UTF_8), 1_694_538_846_000L, "key1");
    }

    @SuppressWarnings("unchecked") // What is sealed is an object, as events are.
    private static Map<String, Object> tree(byte[] json) {
        List<JsonProblem> problems = new ArrayList<>();
        return (Map<String, Object>)
                JsonTree.read(json, 0, json.length, problems).orElseThrow();
    }

    private Map<String, Object> restored(Admission.Accepted accepted) {
        Map<String, Object> kept = tree(accepted.entry().canonical().getBytes(UTF_8));
        byte[] originals = accepted.entry().sealed().isEmpty()
                ? "{}".getBytes(UTF_8)
                : customers.open(accepted.entry().sealed()).orElseThrow();
        return Originals.restore(kept, tree(originals));
    }

    @Test
    void whatIsKeptHoldsNoPersonalTextAndItsSealOpensToThem() {
        Admission.Accepted accepted = accepted(ORDER);
        String everything = accepted.event()
                + accepted.entry().canonical()
                + new String(accepted.entry().sealed().bytes(), UTF_8);
        assertThat(PERSONAL).noneMatch(everything::contains);
        Reading.Accepted plain = (Reading.Accepted) new EventReader().read(ORDER.getBytes(UTF_8), 1_694_538_846_000L);
        assertThat(restored(accepted)).isEqualTo(plain.tree());
        assertThat(accepted.entry().sealed().customer())
                .isEqualTo(shop.newHash().ofAccount("a1"));
    }

    @Test
    void theFactsAreThoseOfThePlainEvent() {
        Admission.Accepted accepted = accepted(ORDER);
        assertThat(accepted.entry().facts().value(FactName.CARD_NUMBER_SEEN)).isEqualTo(true);
        assertThat(accepted.entry().facts().value(FactName.IP_COUNTRY).toString())
                .isEqualTo("DOCUMENTATION_RANGE");
        assertThat(accepted.entry().sender()).isEqualTo("key1");
        assertThat(accepted.entry().receivedMillis()).isEqualTo(1_694_538_846_000L);
    }

    @Test
    void anEventWithoutPersonalTextsIsKeptAsItCameAndSealsNothing() {
        Admission.Accepted accepted = accepted("""
                {"specversion":"1.0","id":"e2","source":"https://shop.example","type":"login.succeeded",
                 "time":"2023-09-13T02:14:05+09:00","data":{"account_id":"a1"}}
                """);
        assertThat(accepted.entry().sealed().isEmpty()).isTrue();
        assertThat(customers.size()).isZero();
        assertThat(restored(accepted)).containsEntry("id", "e2");
    }

    @Test
    void whoIsNotKnownSharesAKeyWithNobodyThatIs() {
        Admission.Accepted nobody = accepted(ORDER.replace("\"account_id\":\"a1\",", ""));
        assertThat(nobody.entry().sealed().customer()).isEqualTo(shop.newHash().ofAccount(""));
        assertThat(restored(nobody)).containsKey("data");
    }

    @Test
    void fingerprintsOfBodiesAreOfThisShopAlone() {
        Reading.Accepted plain = (Reading.Accepted) new EventReader().read(ORDER.getBytes(UTF_8));
        assertThat(accepted(ORDER).entry().body())
                .isNotEqualTo(plain.body())
                .isEqualTo(accepted(ORDER.replace("\n", " ")).entry().body())
                .isNotEqualTo(accepted(ORDER.replace("山田", "中田")).entry().body());
        assertThat(accepted(ORDER).identity()).isEqualTo(plain.identity());
    }

    @Test
    void aBadEventIsRefusedAndSealsNothing() {
        assertThat(intake.read("{\"id\":1}".getBytes(UTF_8), 0L, "key1"))
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.problems()).hasSizeGreaterThan(3));
        assertThat(customers.size()).isZero();
    }

    /** A month of a shop, decided by the starter policy as it is and as the server holds it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void decisionsOverPseudonymsAreThoseOverPlainTexts(long seed) {
        PolicyShelf shelf = new PolicyShelf(folder.resolve("policy"), shop);
        Engine plainly = new Engine(PolicyDirectory.read(STARTER).policy().orElseThrow());
        Engine hashed = new Engine(shelf.newPolicy(shelf.put(STARTER).id()));
        EventReader reader = new EventReader();
        Enricher enricher = Enricher.shipped();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (String line : simulated(seed)) {
            Reading.Accepted plain = (Reading.Accepted) reader.read(line.getBytes(UTF_8));
            Admission.Accepted pseudonymous = (Admission.Accepted) intake.read(line.getBytes(UTF_8), null, "");
            Facts facts = enricher.factsOf(plain.event(), plain.hadCardNumber());
            Optional<Assessment> expected = plainly.acceptReadingAll(plain.event(), facts);
            Optional<Assessment> found = hashed.acceptReadingAll(
                    pseudonymous.event(), pseudonymous.entry().facts());
            String where = "seed " + seed + ", " + plain.canonical();
            assertThat(found.map(IntakeTest::told)).as(where).isEqualTo(expected.map(IntakeTest::told));
            assertThat(values(hashed.features())).as(where).isEqualTo(values(plainly.features()));
            assertThat(restored(pseudonymous)).as(where).isEqualTo(plain.tree());
            expected.ifPresent(made -> outcomes.merge(made.outcome(), 1, Integer::sum));
        }
        assertThat(outcomes).as("seed %d", seed).containsKeys(Outcome.ALLOW, Outcome.CHALLENGE);
    }

    private static List<String> simulated(long seed) {
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        new Simulation(SimulationPlan.of(seed, 3, 120)).run(events);
        return events.toString(UTF_8).lines().toList();
    }

    private static List<Object> told(Assessment made) {
        return List.of(
                made.status(),
                made.outcome(),
                made.score(),
                made.hits().stream().map(Rule::id).toList(),
                made.lifted().stream().map(Rule::id).toList(),
                made.unknown().stream().map(Rule::id).toList(),
                made.actions(),
                Optional.ofNullable(made.required()),
                Optional.ofNullable(made.hold()));
    }

    private static List<Object> values(FeatureVector vector) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            values.add(vector.isPresent(i) ? vector.objectAt(i) : vector.absence(i));
        }
        return values;
    }
}
