package io.sekisho.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.AccountPast;
import io.sekisho.engine.event.Card;
import io.sekisho.engine.event.Context;
import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.event.Order;
import io.sekisho.engine.event.Payment;
import io.sekisho.engine.event.Recipient;
import io.sekisho.engine.event.Shipping;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Every field of every family ends up in its place in the typed record. */
class TypedRecordsTest {

    private static final Money MONEY = new Money(5000, "JPY");
    private static final Card CARD = new Card("tok_1", "visa", "42424242", "4242", "2027-04", "JP", "debit");
    private static final Recipient RECIPIENT =
            new Recipient("x@example.net", "+819012345678", "a2", "Hanako", "Thanks!");
    private static final List<String> METHODS =
            List.of("password", "sms", "totp", "email", "passkey", "app", "federated", "none");
    private static final Item GIFT =
            new Item("gift-5000", "gift_code", 1L, MONEY, new Recipient("x@example.net", null, null, null, null));

    static final List<Arguments> DETAILS = List.of(
            Arguments.of("login.failed", new Detail.Login(METHODS, some("credential_id"), true, "wrong_password")),
            Arguments.of("session.revoked", new Detail.Session(METHODS, some("by"))),
            Arguments.of(
                    "verification.succeeded",
                    new Detail.Verification("sms", some("purpose"), some("about"), some("credential_id"))),
            Arguments.of(
                    "three_ds.completed", new Detail.ThreeDs(some("order_id"), some("result"), some("eci"), false)),
            Arguments.of("password.reset_requested", new Detail.Password("forgot")),
            Arguments.of("credential.added", new Detail.Credential("sms", some("credential_id"))),
            Arguments.of(
                    "account.email_changed",
                    new Detail.AccountChange(some("old_hash"), some("new_hash"), some("email"), some("phone"))),
            Arguments.of("mail_flood.reported", new Detail.Notification(some("setting"), false)),
            Arguments.of("address.added", new Detail.Address(some("address_id"), "JP", some("postal_code"))),
            Arguments.of("payment_method.added", new Detail.PaymentMethod(CARD, true)),
            Arguments.of("wallet.linked", new Detail.Wallet(some("partner"))),
            Arguments.of("cart.updated", new Detail.Cart(List.of(GIFT))),
            Arguments.of("order.visibility_changed", new Detail.Visibility(List.of("o1", "o2"), "hidden")),
            Arguments.of(
                    "payment.declined",
                    new Detail.PaymentChange(
                            some("payment_id"), MONEY, some("order_id"), CARD, some("decline_category"))),
            Arguments.of(
                    "gift_code.issued",
                    new Detail.GiftCode(some("code_id"), some("order_id"), MONEY, RECIPIENT, some("redeemed_by"))),
            Arguments.of("gift_balance.transferred", new Detail.Balance(MONEY, some("order_id"), some("counterparty"))),
            Arguments.of("security_notification.sent", new Detail.Notice(some("about"), some("notice_id"), null)),
            Arguments.of("notice.opened", new Detail.Notice(null, some("notice_id"), some("contact_channel"))),
            Arguments.of(
                    "dispute.opened",
                    new Detail.Dispute(
                            some("dispute_id"),
                            some("order_id"),
                            MONEY,
                            millis("2023-10-01T00:00:00Z"),
                            some("reason_code"))),
            Arguments.of(
                    "support.contact_opened",
                    new Detail.Support(some("contact_id"), some("contact_channel"), List.of("email", "order_number"))),
            Arguments.of("signal.received", new Detail.Signal(some("issuer"), some("signal"))),
            Arguments.of(
                    "label.applied",
                    new Detail.Label(some("about"), "takeover", millis("2023-10-31T15:00:00Z"), some("origin"))));

    @ParameterizedTest
    @FieldSource("DETAILS")
    void hasTheFieldsOfItsType(String type, Detail expected) {
        assertThat(full(type).accepted().event().detail()).isEqualTo(expected);
    }

    @Test
    void hasTheWholeContext() {
        AccountPast past = new AccountPast(
                millis("2019-12-31T15:00:00Z"),
                12L,
                0L,
                millis("2023-08-01T10:00:00.500Z"),
                "hanako@example.net",
                "+819012345678",
                "ja");
        assertThat(full("signal.received").accepted().event().context())
                .isEqualTo(new Context(
                        some("account_id"),
                        some("session_id"),
                        some("device_id"),
                        "2001:db8::1",
                        some("user_agent"),
                        some("accept_language"),
                        some("timezone"),
                        some("tls_fingerprint"),
                        38L,
                        "wallet",
                        "customer",
                        some("agent_id"),
                        past));
    }

    @Test
    void hasTheWholeOrder() {
        Recipient recipient = new Recipient("x@example.net", null, null, "Hanako", "Thanks!");
        Card card = new Card("tok_1", "visa", "424242", "4242", "2027-04", "JP", "debit");
        assertThat(SampleEvent.ORDER
                        .with("/data/by", "customer")
                        .with("/data/reason", "r1")
                        .accepted()
                        .event()
                        .detail())
                .isEqualTo(new Detail.OrderChange(
                        new Order(
                                "o1",
                                MONEY,
                                List.of(new Item("gift-5000", "gift_code", 1L, MONEY, recipient)),
                                List.of(new Payment("p1", "card", null, card)),
                                new Shipping("ad1", "JP", "100-0001")),
                        "customer",
                        "r1"));
    }

    @Test
    void hasEveryPartOfASplitPayment() {
        SampleEvent event =
                SampleEvent.ORDER.without("/data/order/payment").with("/data/order/payments", SampleEvent.value("""
                        [{"payment_id":"p1","method":"gift_balance","amount":{"value":2000,"currency":"JPY"}},
                         {"payment_id":"p2","method":"card","amount":{"value":3000,"currency":"JPY"},
                          "card":{"token":"tok_1"}}]"""));

        Detail.OrderChange change =
                (Detail.OrderChange) event.accepted().event().detail();

        assertThat(change.order().payments())
                .containsExactly(
                        new Payment("p1", "gift_balance", new Money(2000, "JPY"), null),
                        new Payment(
                                "p2",
                                "card",
                                new Money(3000, "JPY"),
                                new Card("tok_1", null, null, null, null, null, null)));
    }

    @Test
    void hasIdentityAndTimes() {
        Reading.Accepted accepted = SampleEvent.ORDER
                .with("/recordedtime", "2023-09-13T02:14:06.789+09:00")
                .accepted();

        assertThat(accepted.event().id()).isEqualTo("e1");
        assertThat(accepted.event().source()).isEqualTo("https://shop.example");
        assertThat(accepted.event().timeMillis()).isEqualTo(millis("2023-09-12T17:14:05Z"));
        assertThat(accepted.event().offsetSeconds()).isEqualTo(9 * 3600);
        assertThat(accepted.event().receivedMillis()).isEqualTo(millis("2023-09-12T17:14:06.789Z"));
    }

    private static SampleEvent full(String type) {
        return ContractTable.rows().stream()
                .filter(row -> row.type().equals(type))
                .findAny()
                .orElseThrow()
                .full();
    }

    private static String some(String field) {
        return "some " + field;
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
