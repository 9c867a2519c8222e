package io.sekisho.wire.event;

import static io.sekisho.wire.event.SampleEvent.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Card numbers pass no door, wherever in an event they stand. */
class CardNumbersInEventsTest {

    private static final String CARD = "4242424242424242";

    private static final List<String> WRITTEN = List.of(
            CARD,
            "4242 4242 4242 4242",
            "4242-4242-4242-4242",
            "４２４２　４２４２　４２４２　４２４２",
            "see " + CARD + ".",
            "3782 822463 10005");

    static final List<String> TEXTS = List.of(
            "/id",
            "/source",
            "/subject",
            "/myextension",
            "/traceparent",
            "/dataschema",
            "/data/account_id",
            "/data/session_id",
            "/data/device_id",
            "/data/accept_language",
            "/data/timezone",
            "/data/tls_fingerprint",
            "/data/agent_id",
            "/data/own",
            "/data/order/own",
            "/data/order/order_id",
            "/data/order/items/0/sku",
            "/data/order/items/0/category",
            "/data/order/items/0/own",
            "/data/order/items/0/recipient/email",
            "/data/order/items/0/recipient/phone",
            "/data/order/items/0/recipient/account_id",
            "/data/order/items/0/recipient/own",
            "/data/order/payment/payment_id",
            "/data/order/payment/card/token",
            "/data/order/payment/card/brand",
            "/data/order/payment/card/funding",
            "/data/order/payment/card/number",
            "/data/order/shipping/address_id",
            "/data/order/shipping/postal_code",
            "/data/by",
            "/data/reason");

    /** Where a form is wanted too: refused for the number, and perhaps for the form. */
    static final List<String> FORMS = List.of(
            "/time",
            "/recordedtime",
            "/type",
            "/specversion",
            "/datacontenttype",
            "/data/ip",
            "/data/channel",
            "/data/actor",
            "/data/order/amount/currency",
            "/data/order/payment/method",
            "/data/order/payment/card/bin",
            "/data/order/payment/card/last4",
            "/data/order/payment/card/expiry",
            "/data/order/payment/card/country",
            "/data/order/shipping/country");

    /** Where no text belongs at all. */
    static final List<String> OTHER_SHAPES = List.of(
            "/data",
            "/data/order",
            "/data/account",
            "/data/rtt_millis",
            "/data/order/amount",
            "/data/order/amount/value",
            "/data/order/items",
            "/data/order/items/0",
            "/data/order/items/0/quantity",
            "/data/order/payment/card");

    static final List<String> PROSE =
            List.of("/data/user_agent", "/data/order/items/0/recipient/name", "/data/order/items/0/recipient/message");

    @ParameterizedTest
    @FieldSource("TEXTS")
    void areRefusedInTexts(String pointer) {
        for (String card : WRITTEN) {
            SampleEvent event = ORDER.with(pointer, card);
            assertThat(event.problems()).containsExactly(pointer + " card_number");
            assertTellsNothing(event);
        }
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void areRefusedAndNotRepeatedWhereAFormIsWanted(String pointer) {
        for (String card : WRITTEN) {
            SampleEvent event = ORDER.with(pointer, card);
            assertThat(event.problems()).contains(pointer + " card_number");
            assertTellsNothing(event);
        }
    }

    @ParameterizedTest
    @FieldSource("OTHER_SHAPES")
    void areRefusedAndNotRepeatedWhereNoTextBelongs(String pointer) {
        for (String card : WRITTEN) {
            SampleEvent event = ORDER.with(pointer, card);
            assertThat(event.problems()).contains(pointer + " wrong_type");
            assertTellsNothing(event);
        }
    }

    @ParameterizedTest
    @FieldSource("PROSE")
    void areMaskedInProse(String pointer) {
        for (String card : WRITTEN) {
            Reading.Accepted accepted =
                    ORDER.with(pointer, "a " + card + ", b " + CARD + "!").accepted();

            assertThat(accepted.hadCardNumber()).isTrue();
            assertThat(accepted.canonical()).containsPattern("a (see )?\\[card]\\.?, b \\[card]!");
            assertTellsNothing(accepted);
        }
    }

    @Test
    void areMaskedInTheRecipientOfACode() {
        Reading.Accepted accepted = SampleEvent.of(
                        "gift_code.issued",
                        "{\"code_id\":\"c1\",\"recipient\":{\"name\":\"Taro " + CARD + "\",\"message\":\"" + CARD
                                + "\"}}")
                .accepted();

        assertThat(accepted.hadCardNumber()).isTrue();
        assertThat(accepted.event().recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.name()).isEqualTo("Taro [card]");
            assertThat(recipient.message()).isEqualTo("[card]");
        });
    }

    @Test
    void areMaskedWithoutHidingOtherProblems() {
        SampleEvent event = ORDER.with("/data/user_agent", CARD).with("/data/order/order_id", CARD);

        assertThat(event.problems()).containsExactly("/data/order/order_id card_number");
        assertTellsNothing(event);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"own\":{\"deep\":{\"er\":\"4242424242424242\"}}}', /data/own/deep/er",
        "'{\"own\":[1,\"x\",[\"4242 4242 4242 4242\"]]}', /data/own/2/0",
        "'{\"own\":[{\"a\":1},{\"b\":\"4242-4242-4242-4242\"}]}', /data/own/1/b",
        "'{\"a/b\":{\"c~d\":\"4242424242424242\"}}', /data/a~1b/c~0d",
        "'{\"own\":4242424242424242}', /data/own",
        "'{\"own\":-4242424242424242}', /data/own",
        "'{\"own\":[4242424242424242]}', /data/own/0",
        "'{\"own\":4242424242424242.0}', /data/own",
        "'{\"own\":4.242424242424242e15}', /data/own",
        "'{\"own\":4242424242424242.5}', /data/own",
        "'{\"rtt_millis\":4242424242424242}', /data/rtt_millis",
        "'{\"own\":\"\\u0034242424242424242\"}', /data/own",
        "'{\"own\":\"{\\\"pan\\\":\\\"4242424242424242\\\"}\"}', /data/own"
    })
    void areRefusedDeepInFieldsOfTheShopsOwn(String data, String pointer) {
        SampleEvent event = SampleEvent.of("custom.x", data);

        assertThat(event.problems()).containsExactly(pointer + " card_number");
        assertTellsNothing(event);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"4242424242424242\":1}', /data",
        "'{\"4242 4242 4242 4242\":1}', /data",
        "'{\"own\":{\"4242424242424242\":1}}', /data/own",
        "'{\"own\":[{\"card 4242424242424242\":{\"x\":1}}]}', /data/own/0",
        "'{\"account\":{\"4242424242424242\":1}}', /data/account",
        "'{\"a/4242424242424242\":1}', /data",
        "'{\"4242424242424242\":{\"5555555555554444\":\"378282246310005\"}}', /data"
    })
    void areRefusedInNamesOfFields(String data, String pointer) {
        SampleEvent event = SampleEvent.of("custom.x", data);

        assertThat(event.problems()).isNotEmpty().allMatch(problem -> problem.equals(pointer + " card_number"));
        assertTellsNothing(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"4242424242424242\":1,\"4242424242424242\":2}",
                "{\"4242424242424242\":1e999}",
                "{\"a/4242424242424242\":{\"x\":1e999}}",
                "{\"own\":{\"~4242424242424242\":{\"y\":99999999999999999999}}}",
                "{\"own\":\"4242424242424242\",\"own\":1}",
                "{\"4242424242424242\":\"\\ud800\"}",
                "{\"own\":4242424242424242000}",
                "{\"own\":42424242424242424242}",
                "{\"own\":\"4242424242424242}",
                "{\"own\":4242424242424242x}",
                "{4242424242424242:1}"
            })
    void areNotRepeatedWhereSomethingElseIsWrong(String data) {
        SampleEvent event = SampleEvent.of("custom.x", data);

        assertThat(event.problems()).isNotEmpty();
        assertTellsNothing(event);
    }

    @Test
    void areRefusedInNamesOfAttributes() {
        SampleEvent event = ORDER.with("/" + CARD, "x");

        assertThat(event.problems()).containsExactly(" card_number");
        assertTellsNothing(event);
        assertTellsNothing(ORDER.with("/X" + CARD + "-" + CARD, "x"));
    }

    @Test
    void areRefusedInTypesOfTheShopsOwn() {
        SampleEvent event = ORDER.with("/type", "custom." + CARD);

        assertThat(event.problems()).containsExactly("/type card_number");
        assertTellsNothing(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4901234567894", "4006381333931", "9784873119038"})
    void mayBeArticleNumbersInSku(String ean) {
        assertThat(ORDER.with("/data/order/items/0/sku", ean).accepted().hadCardNumber())
                .isFalse();
    }

    @Test
    void areRefusedInSkuWhereTheyAreNoEan13() {
        assertThat(ORDER.with("/data/order/items/0/sku", "4222222222222").problems())
                .containsExactly("/data/order/items/0/sku card_number");
    }

    @Test
    void changeNothingInTheFingerprintWhenMasked() {
        Reading.Accepted one = ORDER.with("/data/user_agent", CARD).accepted();
        Reading.Accepted other =
                ORDER.with("/data/user_agent", "5555555555554444").accepted();

        assertThat(one.body()).isEqualTo(other.body());
    }

    private static void assertTellsNothing(SampleEvent event) {
        assertTellsNothing(event.read());
    }

    private static void assertTellsNothing(Reading reading) {
        String told = SampleEvent.told(reading);
        assertThat(told.replaceAll("[^0-9A-Za-z]", "")).doesNotContain(CARD, "378282246310005");
        assertThat(CardNumbers.isIn(told)).isFalse();
    }
}
