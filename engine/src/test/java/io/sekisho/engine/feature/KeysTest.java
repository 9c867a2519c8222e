package io.sekisho.engine.feature;

import static io.sekisho.engine.testkit.EventDraft.cardPayment;
import static io.sekisho.engine.testkit.EventDraft.event;
import static io.sekisho.engine.testkit.EventDraft.gift;
import static io.sekisho.engine.testkit.EventDraft.mailbox;
import static io.sekisho.engine.testkit.EventDraft.yen;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Payment;
import io.sekisho.engine.event.Recipient;
import io.sekisho.engine.testkit.Notation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.net, ann@example.net",
        "' Ann@Example.NET\t', ann@example.net",
        "ＡＮＮ＠example．net, ann@example.net",
        "\u3000ann@example.net\u3000, ann@example.net",
        "\u00a0ann@example.net\u00a0, ann@example.net",
        "ﬁsh@example.net, fish@example.net",
        "e\u0301va@example.net, \u00e9va@example.net",
        "ｶﾞ@example.net, ガ@example.net",
        "ann+gift@example.net, ann+gift@example.net",
        "a.nn@example.net, a.nn@example.net",
    })
    void anAddressOfMailIsTrimmedNfkcAndSmall(String written, String key) {
        assertThat(Keys.normalEmail(written)).isEqualTo(key);
        assertThat(Keys.normalEmail(key)).as("normal already").isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "+819012345678, +819012345678",
        "+81 90-1234-5678, +819012345678",
        "'+81 (90) 1234.5678', +819012345678",
        "＋８１９０１２３４５６７８, +819012345678",
        "090-1234-5678, 09012345678",
        "+1+2, +12",
    })
    void aTelephoneNumberKeepsItsDigitsAndTheFirstPlus(String written, String key) {
        assertThat(Keys.recipientKey(new Recipient(null, written, "a1", null, null)))
                .isEqualTo(key);
    }

    @Test
    void aRecipientIsTheMailboxElseTheTelephoneElseTheAccount() {
        assertThat(Keys.recipientKey(new Recipient("X@example.net", "+81", "a1", null, null)))
                .isEqualTo("x@example.net");
        assertThat(Keys.recipientKey(new Recipient(null, "+81", "a1", null, null)))
                .isEqualTo("+81");
        assertThat(Keys.recipientKey(new Recipient(null, null, "a1", null, null)))
                .isEqualTo("a1");
        assertThat(Keys.recipientKey(new Recipient(null, null, null, "Ann", "Hello")))
                .isNull();
    }

    /** Else strangers whose numbers are all "unknown" would be one recipient. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "unknown", "+", " ", "非公開"})
    void aTelephoneNumberWithoutDigitsIsNone(String written) {
        assertThat(Keys.recipientKey(new Recipient(null, written, "a1", null, null)))
                .isEqualTo("a1");
        assertThat(Keys.recipientKey(new Recipient(null, written, null, null, null)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u3000", "\u00a0"})
    void aBlankMailboxIsNone(String written) {
        assertThat(Keys.recipientKey(new Recipient(written, "+81 90", null, null, null)))
                .isEqualTo("+8190");
        assertThat(Keys.of(
                        KeyKind.EMAIL,
                        event("account.email_changed").email(written).build()))
                .isEmpty();
    }

    @Test
    void everyNotationOfAnAddressIsOneKey() {
        for (Notation one : Notation.IPS) {
            for (Notation other : Notation.IPS) {
                assertThat(ipKeys(one).equals(ipKeys(other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(one.meant().equals(other.meant()));
            }
        }
    }

    @Test
    void anEventHasEachCardAndRecipientOnce() {
        Event event = event("order.created")
                .order(
                        "o1",
                        yen(3),
                        List.of(
                                gift(yen(1), mailbox("x@example.net")),
                                gift(yen(1), mailbox("y@example.net")),
                                gift(yen(1), mailbox("X@example.net ")),
                                gift(yen(1), null)),
                        List.of(
                                cardPayment("p1", "t1"),
                                cardPayment("p2", "t2"),
                                cardPayment("p3", "t1"),
                                new Payment("p4", "points", null, null)))
                .build();
        assertThat(Keys.of(KeyKind.RECIPIENT, event)).containsExactly("x@example.net", "y@example.net");
        assertThat(Keys.of(KeyKind.CARD, event)).containsExactly("t1", "t2");
    }

    @Test
    void takesKeysFromWhereTheTypeHasThem() {
        Event code = event("gift_code.issued")
                .giftCode("c1", "o1", yen(1), mailbox("x@example.net"))
                .build();
        Event declined = event("payment.declined").payment("p1", yen(1), "t9").build();
        Event custom = event("custom.newsletter").with("email", "N@example.net").build();
        assertThat(Keys.of(KeyKind.RECIPIENT, code)).containsExactly("x@example.net");
        assertThat(Keys.of(KeyKind.CARD, declined)).containsExactly("t9");
        assertThat(Keys.of(KeyKind.EMAIL, custom)).containsExactly("n@example.net");
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void anEventWithoutAKeyHasNone(KeyKind kind) {
        assertThat(Keys.of(kind, event("login.failed").build())).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsNoKey() {
        assertThat(Keys.of(KeyKind.IP, event("login.failed").ip("somewhere").build()))
                .isEmpty();
    }

    @Test
    void aPseudonymIsItsOwnKey() {
        String one = "#0123456789abcdef0123456789abcdef";
        String address = one + "/fedcba9876543210fedcba9876543210";
        assertThat(Keys.normalEmail(one)).isEqualTo(one);
        assertThat(Keys.e164(one)).isEqualTo(one);
        assertThat(Keys.recipientKey(new Recipient(one, "+81", null, null, null)))
                .isEqualTo(one);
        assertThat(Keys.recipientKey(new Recipient(null, one, "a1", null, null)))
                .isEqualTo(one);
        assertThat(Keys.of(KeyKind.IP, event("login.failed").ip(one).build())).containsExactly(one);
        assertThat(Keys.of(KeyKind.IP, event("login.failed").ip(address).build()))
                .as("of an IPv6 address its network is the key")
                .containsExactly(one);
    }

    private static List<String> ipKeys(Notation notation) {
        return Keys.of(KeyKind.IP, event("login.failed").ip(notation.written()).build());
    }
}
