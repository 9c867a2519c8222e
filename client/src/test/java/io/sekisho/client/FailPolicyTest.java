package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sekisho.client.FailPolicy.Choice;
import io.sekisho.client.FailPolicy.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds where no decision came. */
final class FailPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "login.succeeded, false, ALLOW",
        "gift_code.issued, false, HOLD",
        "order.created, true, HOLD",
        "order.created, false, ALLOW",
        "cart.updated, true, ALLOW",
        "gift_balance.spent, false, ALLOW",
        "custom.survey, false, ALLOW"
    })
    void theStandardIsTheContracts(String type, boolean hasGift, Outcome outcome) {
        assertThat(FailPolicy.standard().choose(type, hasGift, Optional.empty()))
                .isEqualTo(new Choice(outcome, Origin.STANDARD));
    }

    @ParameterizedTest
    @CsvSource({"gift_code, true", "balance_topup, true", "stored_value, true", "digital, false", "ticket, false"})
    void theseLinesAreGifts(String category, boolean isGift) {
        List<Item> items = List.of(Item.of("s1", "goods", 1, Money.yen(1)), Item.of("s2", category, 1, Money.yen(1)));

        assertThat(Samples.begun(EventType.ORDER_CREATED)
                        .with(Field.ORDER, Order.of("o1", Money.yen(2), items))
                        .build()
                        .hasGift())
                .isEqualTo(isGift);
    }

    @Test
    void theFirstThatMatchesCounts() {
        FailPolicy policy = FailPolicy.standard()
                .with("order.created", Outcome.CHALLENGE)
                .with(FailPolicy.ORDER_WITH_GIFT, Outcome.DENY)
                .with("order.*", Outcome.HOLD);

        assertThat(outcome(policy, "order.created", true)).isEqualTo(Outcome.CHALLENGE);
        assertThat(outcome(policy, "order.updated", true)).isEqualTo(Outcome.DENY);
        assertThat(outcome(policy, "order.updated", false)).isEqualTo(Outcome.HOLD);
        assertThat(outcome(policy, "gift_code.issued", false)).isEqualTo(Outcome.HOLD);
        assertThat(outcome(policy.with("*", Outcome.DENY), "login.failed", false))
                .isEqualTo(Outcome.DENY);
    }

    @Test
    void theShopStandsBeforeTheServerAndTheServerBeforeTheStandard() {
        FailPolicy policy = FailPolicy.standard().with("login.*", Outcome.CHALLENGE);

        assertThat(policy.choose("login.failed", false, Optional.of(Outcome.DENY)))
                .isEqualTo(new Choice(Outcome.CHALLENGE, Origin.SHOP));
        assertThat(policy.choose("gift_code.issued", false, Optional.of(Outcome.DENY)))
                .isEqualTo(new Choice(Outcome.DENY, Origin.SERVER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order", "order*", "*.created", "order.*.x", "ORDER.created", "order_with_gifts", "**"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailPolicy.standard().with(pattern, Outcome.HOLD));
    }

    private static Outcome outcome(FailPolicy policy, String type, boolean hasGift) {
        return policy.choose(type, hasGift, Optional.empty()).outcome();
    }
}
