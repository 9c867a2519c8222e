package io.sekisho.wire.event;

import static io.sekisho.wire.event.SampleEvent.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the fields of {@code data}. */
class EventValuesTest {

    private static final String AMOUNT = "/data/order/amount/value";

    @ParameterizedTest
    @CsvSource({
        "5000.5, not_integer",
        "5000.0, not_integer",
        "5e3, not_integer",
        "-1, out_of_range",
        "9007199254740992, out_of_range",
        "-9223372036854775808, out_of_range",
        "9223372036854775808, out_of_range",
        "100000000000000000000000000000000000000000000000000000000000000000000000000000000, out_of_range",
        "1e400, out_of_range",
        "'\"5000\"', wrong_type",
        "'\"¥5,000\"', wrong_type",
        "null, wrong_type",
        "true, wrong_type",
        "[5000], wrong_type",
        "{}, wrong_type"
    })
    void refusesMoneyThatIsNoWholeNumberOfMinorUnits(String value, String code) {
        SampleEvent event = ORDER.replacing("\"amount\":{\"value\":5000", "\"amount\":{\"value\":" + value);

        assertThat(event.problems())
                .contains(AMOUNT + " " + code)
                .allMatch(problem -> problem.endsWith(code) || problem.endsWith("not_integer"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 10_000_000_000_000L})
    void takesMoneyUpToTenTrillion(long value) {
        assertThat(ORDER.with(AMOUNT, value).accepted().event().amount().value())
                .isEqualTo(value);
    }

    @Test
    void refusesMoneyWhoseSumsCouldOverflow() {
        assertThat(ORDER.with(AMOUNT, 10_000_000_000_001L).problems()).containsExactly(AMOUNT + " out_of_range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpy", "YEN", "JP", "JPYX", "", "円"})
    void refusesCurrenciesThatDoNotExist(String currency) {
        assertThat(ORDER.with("/data/order/amount/currency", currency).problems())
                .containsExactly("/data/order/amount/currency invalid_format");
    }

    @Test
    void namesThePartsThatMoneyLacks() {
        assertThat(ORDER.with("/data/order/amount", SampleEvent.value("{}")).problems())
                .containsExactly("/data/order/amount/value missing", "/data/order/amount/currency missing");
        assertThat(ORDER.with("/data/order/amount", 5000L).problems()).containsExactly("/data/order/amount wrong_type");
    }

    @ParameterizedTest
    @CsvSource({
        "/data/channel, tv",
        "/data/channel, Web",
        "/data/actor, robot",
        "/data/order/payment/method, cash",
    })
    void refusesWordsThatTheListDoesNotHave(String pointer, String word) {
        assertThat(ORDER.with(pointer, word).problems()).containsExactly(pointer + " unknown_value");
    }

    @ParameterizedTest
    @CsvSource({
        "login.failed, failure_reason, bad_luck",
        "verification.requested, method, pigeon",
        "credential.added, method, pigeon",
        "password.changed, reason, boredom",
        "order.visibility_changed, visibility, blurred",
        "label.applied, label, fishy"
    })
    void refusesWordsThatTheTypesListDoesNotHave(String type, String field, String word) {
        SampleEvent event = ContractTable.rows().stream()
                .filter(row -> row.type().equals(type))
                .findAny()
                .orElseThrow()
                .full();
        assertThat(event.with("/data/" + field, word).problems()).containsExactly("/data/" + field + " unknown_value");
    }

    @Test
    void namesTheElementOfAListThatIsWrong() {
        assertThat(SampleEvent.of("login.succeeded", "{\"auth_methods\":[\"password\",\"face\",7,null]}")
                        .problems())
                .containsExactly(
                        "/data/auth_methods/1 unknown_value",
                        "/data/auth_methods/2 wrong_type",
                        "/data/auth_methods/3 wrong_type");
    }

    @ParameterizedTest
    @CsvSource({
        "/data/ip, 203.0.113.256",
        "/data/ip, 203.0.113",
        "/data/ip, 203.0.113.09",
        "/data/ip, 203.0.113.9:443",
        "/data/ip, 203.0.113.0/24",
        "/data/ip, fe80::1%eth0",
        "/data/ip, 1::2::3",
        "/data/ip, ''",
        "/data/account_id, ''",
        "/data/order/order_id, ' '",
        "/data/order/shipping/country, jp",
        "/data/order/shipping/country, JPN",
        "/data/order/shipping/country, XX",
        "/data/order/payment/card/bin, 42424",
        "/data/order/payment/card/bin, 424242424",
        "/data/order/payment/card/bin, 42424a",
        "/data/order/payment/card/last4, 424",
        "/data/order/payment/card/last4, ４２４２",
        "/data/order/payment/card/expiry, 27-04",
        "/data/order/payment/card/expiry, 2027-13",
        "/data/order/payment/card/expiry, 2027-4",
        "/data/order/payment/card/token, ''"
    })
    void refusesTextWithoutTheFormOfItsField(String pointer, String text) {
        assertThat(ORDER.with(pointer, text).problems()).containsExactly(pointer + " invalid_format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"203.0.113.9", "0.0.0.0", "2001:db8::1", "::", "::ffff:203.0.113.9", "2001:DB8:0:0:0:0:0:1"})
    void takesAddressesOfBothKinds(String ip) {
        assertThat(ORDER.with("/data/ip", ip).accepted().event().context().ip()).isEqualTo(ip);
    }

    @Test
    void takesQuantitiesFromOne() {
        assertThat(ORDER.with("/data/order/items/0/quantity", 0L).problems())
                .containsExactly("/data/order/items/0/quantity out_of_range");
        assertThat(ORDER.replacing("\"quantity\":1", "\"quantity\":1.0").problems())
                .containsExactly("/data/order/items/0/quantity not_integer");
    }

    @Test
    void namesNestedPlaces() {
        assertThat(ORDER.with("/data/order/items/0/recipient", "x@example.net").problems())
                .containsExactly("/data/order/items/0/recipient wrong_type");
        assertThat(ORDER.with("/data/order/items", SampleEvent.value("[{},7]")).problems())
                .containsExactly("/data/order/items/1 wrong_type");
        assertThat(ORDER.without("/data/order/order_id").problems()).containsExactly("/data/order/order_id missing");
    }

    @Test
    void wantsAmountAndItemsOfANewOrderOnly() {
        assertThat(SampleEvent.of("order.created", "{\"order\":{\"order_id\":\"o1\"}}")
                        .problems())
                .containsExactly("/data/order/amount missing", "/data/order/items missing");
        assertThat(SampleEvent.of("order.cancelled", "{\"order\":{\"order_id\":\"o1\"}}")
                        .problems())
                .isEmpty();
    }

    @Test
    void refusesPaymentBesidePayments() {
        assertThat(ORDER.with("/data/order/payments", SampleEvent.value("[{}]")).problems())
                .containsExactly("/data/order/payments conflict");
    }

    @Test
    void namesADoubledKeyWhereverItStands() {
        assertThat(ORDER.replacing("\"id\":\"e1\"", "\"id\":\"e1\",\"id\":\"e2\"")
                        .problems())
                .containsExactly("/id duplicate_key");
        assertThat(ORDER.replacing("\"quantity\":1", "\"quantity\":1,\"quantity\":1")
                        .problems())
                .containsExactly("/data/order/items/0/quantity duplicate_key");
        assertThat(ORDER.replacing("\"channel\":\"web\"", "\"x\":{\"a/b~c\":1,\"a/b~c\":2}")
                        .problems())
                .containsExactly("/data/x/a~1b~0c duplicate_key");
    }

    @Test
    void seesThatAnEscapedKeyIsTheSameKey() {
        assertThat(ORDER.replacing("\"id\":\"e1\"", "\"id\":\"e1\",\"\\u0069d\":\"e2\"")
                        .problems())
                .containsExactly("/id duplicate_key");
    }

    @Test
    void keepsNullInFieldsOfTheShopsOwn() {
        assertThat(ORDER.with("/data/coupon", null).accepted().canonical()).contains("\"coupon\":null");
    }

    @Test
    void namesManyProblemsAtOnce() {
        SampleEvent event = ORDER.with("/specversion", "0.3")
                .with("/type", "order.create")
                .with("/time", "yesterday")
                .with("/data/ip", "home")
                .with("/data/channel", "tv")
                .with("/data/order/amount", SampleEvent.value("{\"value\":1.5,\"currency\":\"yen\"}"));

        assertThat(event.with("/type", "order.created").with("/Extra", 1L).problems())
                .containsExactlyInAnyOrder(
                        "/Extra unknown_attribute",
                        "/specversion unknown_value",
                        "/time invalid_format",
                        "/data/ip invalid_format",
                        "/data/channel unknown_value",
                        "/data/order/amount/value not_integer",
                        "/data/order/amount/currency invalid_format");
    }
}
