package io.sekisho.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.feature.Aggregate;
import io.sekisho.engine.feature.FeatureDefinition;
import io.sekisho.engine.feature.KeyKind;
import io.sekisho.engine.feature.Window;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.engine.policy.PolicyDefinition.Band;
import io.sekisho.engine.policy.PolicyDefinition.FailRule;
import io.sekisho.engine.policy.PolicyDefinition.Parameter;
import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.rule.ActionTarget;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.RuleDefinition;
import io.sekisho.engine.rule.RuleDefinition.Asked;
import io.sekisho.engine.rule.RuleDefinition.Cap;
import io.sekisho.engine.rule.RuleDefinition.Hold;
import io.sekisho.engine.rule.RuleDefinition.Reason;
import io.sekisho.engine.rule.RuleDefinition.Required;
import io.sekisho.engine.rule.RuleDefinition.Status;
import io.sekisho.wire.golden.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy directory that says everything that one can say. */
class GoodPolicyTest {

    private final PolicyDirectory directory = PolicyDirectory.read(Golden.path("/io/sekisho/wire/policy/good"));
    private final PolicyDefinition policy = directory.definition().orElseThrow();

    @Test
    void hasNoProblems() {
        assertThat(directory.problems()).isEmpty();
        assertThat(directory.policy()).isPresent();
    }

    @Test
    void saysWhatHoldsForAll() {
        assertThat(policy.version()).isEqualTo("good-1");
        assertThat(policy.timezone()).isEqualTo("Asia/Tokyo");
        assertThat(policy.currency()).isEqualTo("JPY");
        assertThat(policy.clockSkewMillis()).isEqualTo(3_000);
        assertThat(policy.decides())
                .extracting(Sourced::text)
                .containsExactly("order.created", "login.*", "gift_code.issued", "custom.review_written");
        assertThat(policy.decides().get(1).origin()).isEqualTo(new Origin("policy.yaml", 6, 27));
        assertThat(policy.fail())
                .containsExactly(
                        new FailRule("login.*", Outcome.ALLOW),
                        new FailRule("gift_code.*", Outcome.HOLD),
                        new FailRule("order_with_gift", Outcome.CHALLENGE),
                        new FailRule("*", Outcome.DENY));
        assertThat(policy.bands())
                .containsExactly(
                        new Band(0, "low", null),
                        new Band(30, "medium", Outcome.CHALLENGE),
                        new Band(70, "high", Outcome.HOLD));
    }

    @Test
    void givesParametersTheirTypes() {
        assertThat(policy.parameters())
                .extracting(Parameter::name, Parameter::value)
                .extracting(tuple -> tuple.toList().toString())
                .containsExactly(
                        "[gift_limit_1h, 15000]",
                        "[share, 0.5]",
                        "[strict, true]",
                        "[lenient, false]",
                        "[word, careful]",
                        "[patience, PT24H]");
    }

    @Test
    void saysHowLongEachFactorCools() {
        assertThat(policy.coolingOffMillis())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "sms",
                        days(7),
                        "totp",
                        days(3),
                        "app",
                        days(2),
                        "passkey",
                        days(1),
                        "email",
                        days(14),
                        "callback",
                        days(30),
                        "3ds",
                        0L));
    }

    @Test
    void hasEveryAggregate() {
        assertThat(policy.features())
                .extracting(FeatureDefinition::aggregate)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Aggregate.values()));
    }

    @Test
    void hasEveryPartOfAFeature() {
        FeatureDefinition sum = policy.features().get(1);

        assertThat(sum.name()).isEqualTo("sum_gift");
        assertThat(sum.on()).extracting(Sourced::text).containsExactly("order.created");
        assertThat(sum.where())
                .isEqualTo(new Sourced(
                        "data.order.items.exists(i, i.category == \"gift_code\")",
                        new Origin("features.yaml", 5, 10),
                        1));
        assertThat(sum.of()).isEqualTo(new Sourced("gift_amount()", new Origin("features.yaml", 6, 7), 1));
        assertThat(sum.by()).containsExactly(KeyKind.ACCOUNT);
        assertThat(sum.window()).isEqualTo(new Window(3_600_000));
        assertThat(sum.includesCurrent()).isTrue();
        assertThat(sum.currency()).isEqualTo("JPY");
        FeatureDefinition known = policy.features().get(10);
        assertThat(known.by()).containsExactly(KeyKind.ACCOUNT, KeyKind.RECIPIENT);
        assertThat(known.window().isEver()).isTrue();
        assertThat(known.includesCurrent()).isFalse();
        assertThat(known.currency()).isNull();
    }

    @Test
    void hasEveryPartOfARule() {
        RuleDefinition burst = rule("gift-burst");

        assertThat(burst.version()).isEqualTo(3);
        assertThat(burst.origin()).isEqualTo(new Origin("rules/10-orders.yaml", 1, 3));
        assertThat(burst.status()).isEqualTo(Status.LIVE);
        assertThat(burst.hitsOnUnknown()).isFalse();
        assertThat(burst.outcome()).isEqualTo(Outcome.HOLD);
        assertThat(burst.score()).isEqualTo(40);
        assertThat(burst.reason()).isEqualTo(new Reason("gift_burst", "Many gift codes", "ギフトコードの連続購入"));
        assertThat(burst.required()).isEqualTo(new Required(List.of("passkey", "callback"), 900_000));
        assertThat(burst.hold()).isEqualTo(new Hold(days(1), List.of("owner_confirmed", "reviewed"), true));
        assertThat(burst.actions())
                .containsExactly(
                        new Asked(ActionVerb.HOLD_ORDER, ActionTarget.ORDER),
                        new Asked(ActionVerb.FREEZE_CODE, ActionTarget.RECENT_CODES),
                        new Asked(ActionVerb.CANCEL_ORDER, ActionTarget.RECENT_ORDERS),
                        new Asked(ActionVerb.NOTIFY_OUT_OF_BAND, ActionTarget.ACCOUNT));
        assertThat(burst.tests()).singleElement().satisfies(test -> {
            assertThat(test.given().text()).isEqualTo("tests/burst.ndjson");
            assertThat(test.expect()).isEqualTo(Map.of("e2", Outcome.HOLD));
        });
    }

    @Test
    void hasExemptionsDelaysAndWatchers() {
        assertThat(rule("known-customer").exempts()).extracting(Sourced::text).containsExactly("gift-burst");
        assertThat(rule("known-customer").cap()).isEqualTo(new Cap(30_000, days(1)));
        assertThat(rule("slow-code").releaseDelayMillis()).isEqualTo(600_000);
        assertThat(rule("watch-only").status()).isEqualTo(Status.SHADOW);
        assertThat(rule("watch-only").hitsOnUnknown()).isTrue();
        assertThat(rule("asleep").status()).isEqualTo(Status.OFF);
        assertThat(rule("asleep").hold()).isEqualTo(new Hold(3_600_000, List.of("reviewed"), false));
    }

    @Test
    void fillsInWhatARuleLeavesOut() {
        RuleDefinition rule = rule("known-customer");

        assertThat(rule.version()).isEqualTo(1);
        assertThat(rule.status()).isEqualTo(Status.LIVE);
        assertThat(rule.outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(rule.score()).isZero();
        assertThat(rule.required()).isNull();
        assertThat(rule.hold()).isNull();
        assertThat(rule.releaseDelayMillis()).isNull();
        assertThat(rule.actions()).isEmpty();
    }

    @Test
    void readsListsWithTheirExpiries() {
        assertThat(policy.lists()).containsOnlyKeys("trusted", "from-a-spreadsheet");
        assertThat(policy.lists().get("trusted").expiries())
                .isEqualTo(Map.of(
                        "a1", Long.MAX_VALUE,
                        "a2", Instant.parse("2026-12-31T15:00:00Z").toEpochMilli(),
                        "a3", Long.MAX_VALUE));
        assertThat(policy.lists().get("from-a-spreadsheet").expiries()).containsOnlyKeys("203.0.113.9");
    }

    @Test
    void readsRulesInTheOrderOfFilesAndLines() {
        assertThat(policy.rules())
                .extracting(RuleDefinition::id)
                .containsExactly("gift-burst", "known-customer", "slow-code", "watch-only", "asleep");
    }

    @Test
    void needsNoMoreThanPolicyYaml(@TempDir Path bare) throws IOException {
        PolicyText.write(bare, "policy.yaml", PolicyText.POLICY);

        PolicyDirectory read = PolicyDirectory.read(bare);

        assertThat(read.problems()).isEmpty();
        PolicyDefinition definition = read.policy().orElseThrow().definition();
        assertThat(definition.clockSkewMillis()).isEqualTo(2_000);
        assertThat(definition.timezone()).isEqualTo("UTC");
        assertThat(definition.currency()).isEqualTo("JPY");
        assertThat(definition.bands())
                .containsExactly(new Band(0, "low", null), new Band(30, "medium", null), new Band(70, "high", null));
        assertThat(definition.coolingOffMillis()).hasSize(7).containsEntry("sms", days(7));
    }

    private RuleDefinition rule(String id) {
        return policy.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private static long days(int days) {
        return Duration.ofDays(days).toMillis();
    }
}
