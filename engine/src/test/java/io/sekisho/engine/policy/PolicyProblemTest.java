package io.sekisho.engine.policy;

import static io.sekisho.engine.testkit.FeatureDraft.feature;
import static io.sekisho.engine.testkit.RuleDraft.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sekisho.engine.feature.Aggregate;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.testkit.PolicyDraft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that the compiler has to say of a policy. */
final class PolicyProblemTest {

    @Test
    void nothingOfASoundPolicy() {
        PolicyDraft policy = new PolicyDraft()
                .decides("order.created", "login.*", "custom.visit")
                .parameter("limit", 3L)
                .list("risky", Map.of("a", Long.MAX_VALUE))
                .feature(feature("orders", Aggregate.COUNT).on("order.created", "login.*", "custom.*"))
                .rule(rule("many").on("order.*").when("f.orders > p.limit && in_list('risky', data.ip)"))
                .rule(rule("any").on("*"));
        assertThat(policy.problems()).isEmpty();
    }

    @Test
    void twoFeaturesOfOneName() {
        PolicyDraft policy =
                new PolicyDraft().feature(feature("orders", Aggregate.COUNT)).feature(feature("orders", Aggregate.AGE));
        assertOnly(policy, true, "feature_twice", "There are two features named 'orders'.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Aggregate.class,
            names = {"SUM", "AVG", "STDDEV", "MIN", "MAX", "DISTINCT", "LAST"})
    void aFeatureWithoutTheValueThatItNeeds(Aggregate aggregate) {
        PolicyDraft policy = new PolicyDraft().feature(feature("x", aggregate));
        assertOnly(
                policy,
                true,
                "feature_value_missing",
                "'" + aggregate.word() + "' needs 'of': the value to take of each event.");
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, data.device_id, string",
        "AVG, data.breached_password, bool",
        "MAX, event.time, google.protobuf.Timestamp",
        "DISTINCT, data.order.items, list",
        "LAST, event.time, google.protobuf.Timestamp",
    })
    void aFeatureOverValuesThatItCannotTake(Aggregate aggregate, String of, String type) {
        PolicyDraft policy = new PolicyDraft().feature(feature("x", aggregate).of(of));
        assertOnly(
                policy,
                true,
                "feature_value_type",
                "'" + aggregate.word() + "' cannot take values of type " + type + ".");
    }

    @Test
    void moneyOfEveryCurrencyAddedUp() {
        PolicyDraft policy = new PolicyDraft()
                .feature(feature("gifts", Aggregate.SUM).of("gift_amount()"))
                .feature(feature("spent", Aggregate.MAX).of("data.order.amount.value"))
                .feature(feature("amounts", Aggregate.DISTINCT).of("data.order.amount.value"))
                .feature(feature("yen", Aggregate.SUM).of("gift_amount()").currency("JPY"));
        assertThat(policy.problems()).extracting(Problem::code).containsOnly("feature_currency");
        assertThat(policy.problems()).extracting(Problem::isError).containsExactly(false, false);
        assertThat(policy.problems())
                .extracting(Problem::detail)
                .element(1)
                .asString()
                .startsWith("'spent' adds up money of every currency alike")
                .contains("currency: JPY");
    }

    @Test
    void typesThatThereAreNoneOf() {
        PolicyDraft policy = new PolicyDraft()
                .decides("order.create", "*")
                .feature(feature("x", Aggregate.COUNT).on("logins.*"))
                .rule(rule("y").on("login.suceeded"));
        assertThat(policy.problems()).extracting(Problem::code).containsOnly("type_unknown");
        assertThat(policy.problems())
                .extracting(Problem::detail)
                .containsExactly(
                        "There is no event type 'order.create'; types of your own begin with 'custom.'."
                                + " Did you mean 'order.created'?",
                        "There is no event type 'logins.*'; types of your own begin with 'custom.'.",
                        "There is no event type 'login.suceeded'; types of your own begin with 'custom.'."
                                + " Did you mean 'login.succeeded'?");
    }

    @Test
    void aRuleForATypeThatIsNotDecided() {
        PolicyDraft policy =
                new PolicyDraft().decides("order.created").rule(rule("y").on("order.*", "login.succeeded"));
        assertOnly(
                policy,
                false,
                "type_not_decided",
                "'login.succeeded' is not among the types that policy.yaml decides, so this rule never looks at it.");
    }

    @Test
    void twoRulesOfOneId() {
        PolicyDraft policy = new PolicyDraft().rule(rule("y")).rule(rule("y"));
        assertOnly(policy, true, "rule_twice", "There are two rules with the id 'y'.");
    }

    @Test
    void aChallengeThatNothingClears() {
        PolicyDraft policy = new PolicyDraft().rule(rule("y").outcome(Outcome.CHALLENGE));
        assertThat(policy.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("rule_required_missing");
            assertThat(problem.detail()).contains("required: {methods: [passkey, callback], within: 15m}");
        });
    }

    @Test
    void anExemptionWithoutACapOrFromNothing() {
        PolicyDraft policy =
                new PolicyDraft().rule(rule("burst")).rule(rule("regular").exempts("burzt", "burst"));
        assertThat(policy.problems())
                .extracting(Problem::code, Problem::isError)
                .containsExactlyInAnyOrder(tuple("rule_cap_missing", true), tuple("rule_unknown", true));
        assertThat(policy.problems())
                .extracting(Problem::detail)
                .contains("There is no rule 'burzt' to exempt from. Did you mean 'burst'?");
    }

    @Test
    void aConditionThatSaysNeitherTrueNorFalse() {
        PolicyDraft policy = new PolicyDraft()
                .feature(feature("x", Aggregate.COUNT).where("data.rtt_millis"))
                .rule(rule("y").when("f.orders"));
        assertThat(policy.problems())
                .extracting(Problem::code)
                .containsExactly("expression_type", "expression_invalid");
    }

    @Test
    void aFeatureThatIsMisspelt() {
        PolicyDraft policy = new PolicyDraft()
                .feature(feature("gift_sum", Aggregate.COUNT))
                .rule(rule("y").when("f.gift_sun > 3"));
        assertOnly(policy, true, "expression_invalid", "'f.gift_sun' is not known here. Did you mean 'f.gift_sum'?");
    }

    /** A feature is computed of events alone: it sees no other feature. */
    @Test
    void aFeatureThatReadsAFeature() {
        PolicyDraft policy = new PolicyDraft()
                .feature(feature("x", Aggregate.COUNT))
                .feature(feature("y", Aggregate.COUNT).where("f.x > 3"));
        assertOnly(policy, true, "expression_invalid", "'f.x' is not known here.");
    }

    @Test
    void theSameMistakeAtEveryPlaceWhereItStands() {
        PolicyDraft policy = new PolicyDraft()
                .feature(feature("x", Aggregate.COUNT).where("in_list('vip', data.ip)"))
                .feature(feature("y", Aggregate.COUNT).where("in_list('vip', data.ip)"))
                .feature(feature("z", Aggregate.SUM).of("data.rtt_milis"))
                .feature(feature("u", Aggregate.MAX).of("data.rtt_milis"))
                .feature(feature("v", Aggregate.SUM).of("data.rtt_millis + true"))
                .feature(feature("w", Aggregate.MAX).of("data.rtt_millis + true"));
        assertThat(policy.problems())
                .extracting(Problem::code)
                .containsExactly(
                        "list_unknown",
                        "list_unknown",
                        "field_of_the_shop",
                        "field_of_the_shop",
                        "expression_invalid",
                        "expression_invalid");
    }

    @Test
    void allProblemsAtOnce() {
        PolicyDraft policy = new PolicyDraft()
                .decides("order.create")
                .feature(feature("x", Aggregate.SUM))
                .rule(rule("y").on("order.*").when("f.x > 1").outcome(Outcome.CHALLENGE))
                .rule(rule("y").when("1 +").exempts("z"));
        assertThat(policy.problems())
                .extracting(Problem::code)
                .contains(
                        "type_unknown",
                        "feature_value_missing",
                        "rule_required_missing",
                        "expression_invalid",
                        "rule_twice",
                        "rule_cap_missing",
                        "rule_unknown");
    }

    private static void assertOnly(PolicyDraft policy, boolean isError, String code, String detail) {
        List<Problem> problems = policy.problems();
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        assertThat(problems.getFirst().detail()).isEqualTo(detail);
        assertThat(problems.getFirst().isError()).isEqualTo(isError);
    }
}
