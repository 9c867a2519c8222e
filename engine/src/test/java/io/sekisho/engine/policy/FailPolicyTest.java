package io.sekisho.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.policy.PolicyDefinition.FailRule;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.testkit.PolicyDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailPolicyTest {

    private static FailPolicy of(FailRule... rules) {
        return new FailPolicy(new PolicyDraft().fail(List.of(rules)).define());
    }

    @ParameterizedTest
    @CsvSource({
        "login.succeeded, false, ALLOW",
        "gift_code.issued, true, HOLD",
        "order.created, true, CHALLENGE",
        "order.created, false, DENY",
        "order.updated, true, DENY",
        "custom.visit, false, DENY",
    })
    void theFirstPatternThatMatchesSaysIt(String type, boolean carriesStoredValue, Outcome outcome) {
        FailPolicy policy = of(
                new FailRule("login.*", Outcome.ALLOW),
                new FailRule("gift_code.*", Outcome.HOLD),
                new FailRule("order_with_gift", Outcome.CHALLENGE),
                new FailRule("*", Outcome.DENY));
        assertThat(policy.outcome(type, carriesStoredValue)).isEqualTo(outcome);
    }

    @Test
    void anEarlierPatternOfTheTypeComesBeforeTheOneOfGifts() {
        FailPolicy policy =
                of(new FailRule("order.created", Outcome.ALLOW), new FailRule("order_with_gift", Outcome.HOLD));
        assertThat(policy.outcome("order.created", true)).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void whereNothingIsWrittenItHolds() {
        assertThat(of().outcome("login.succeeded", false)).isEqualTo(Outcome.HOLD);
        assertThat(of(new FailRule("login.*", Outcome.ALLOW)).outcome("order.created", false))
                .isEqualTo(Outcome.HOLD);
    }
}
