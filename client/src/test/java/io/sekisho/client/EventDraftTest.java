package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that are put together, soundly and not. */
final class EventDraftTest {

    private static final String CARD_NUMBER = "4242 4242 4242 4242";

    @Test
    void writesTheCloudEventOfTheContract() {
        ShopEvent event = ShopEvent.of(EventType.GIFT_CODE_ISSUED)
                .id("e1")
                .source("https://shop.example")
                .time(Samples.TIME)
                .with(Field.ACCOUNT_ID, "a1")
                .with(Field.CODE_ID, "c1")
                .with(Field.AMOUNT, new Money(1050, "USD"))
                .with(Field.RECIPIENT, Recipient.ofEmail("x@example.net"))
                .build();

        assertThat(event.json().replaceAll("\"amount\":\\{.*?}", "AMOUNT"))
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"e1\",\"source\":\"https://shop.example\","
                        + "\"type\":\"gift_code.issued\",\"time\":\"2023-09-13T02:14:05+09:00\","
                        + "\"data\":{\"account_id\":\"a1\",\"code_id\":\"c1\",AMOUNT,"
                        + "\"recipient\":{\"email\":\"x@example.net\"}}}");
        assertThat(ContractTest.accepted(event).event().data())
                .containsEntry("amount", Map.of("value", 1050L, "currency", "USD"));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void namesEachFieldThatIsMissing(EventType type) {
        EventDraft bare = Samples.begun(type);
        List<String> missing = type.required().stream()
                .map(field -> "/data/" + field + " missing")
                .toList();

        assertThat(missing.isEmpty() ? List.of() : problems(bare)).containsExactlyElementsOf(missing);
        assertThat(new EventReader().read(EventDraftTest.unchecked(type)))
                .satisfies(reading -> assertThat(
                                reading instanceof Reading.Refused(List<JsonProblem> told)
                                        ? told.stream()
                                                .map(JsonProblem::pointer)
                                                .toList()
                                        : List.of())
                        .hasSameSizeAs(missing));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        EventDraft draft = ShopEvent.of(EventType.ORDER_CREATED)
                .source(" ")
                .with(Field.ACCOUNT_ID, " ")
                .with(Field.VISIBILITY, Visibility.HIDDEN)
                .with(Field.ORDER, Order.of("o1"))
                .extra("ip", "203.0.113.9")
                .extra("loyalty", Map.of("rate", Double.NaN, "since", Instant.EPOCH));

        assertThat(problems(draft))
                .containsExactlyInAnyOrder(
                        "/id missing",
                        "/source missing",
                        "/time missing",
                        "/data/account_id invalid_format",
                        "/data/visibility not_of_type",
                        "/data/order/amount missing",
                        "/data/order/items missing",
                        "/data/ip reserved_name",
                        "/data/loyalty/rate wrong_type",
                        "/data/loyalty/since wrong_type");
    }

    @Test
    void tellsInTheMessageWhatToDo() {
        InvalidEventException invalid = invalid(ShopEvent.of(EventType.LOGIN_FAILED)
                .id("e1")
                .source(Samples.SOURCE)
                .time(Samples.TIME)
                .with(Field.AUTH_METHODS, List.of(Factor.CALLBACK)));

        assertThat(invalid)
                .hasMessage("login.failed cannot be sent: /data/auth_methods: invalid_format: 'auth_methods' must be of"
                        + " [app, email, federated, none, passkey, password, sms, totp].");
    }

    @Test
    void aFactorThatVerifiesNobodyIsNoVerification() {
        assertThat(problems(Samples.begun(EventType.VERIFICATION_SUCCEEDED)
                        .with(Field.VERIFICATION_METHOD, Factor.PASSWORD)))
                .containsExactly("/data/method invalid_format");
    }

    @Test
    void letsNoCardNumberOut() {
        EventDraft draft = Samples.begun(EventType.ORDER_CREATED)
                .id("e-" + CARD_NUMBER)
                .with(Field.DEVICE_ID, CARD_NUMBER)
                .with(
                        Field.ORDER,
                        Order.of(
                                "o1",
                                Money.yen(5000),
                                List.of(Item.of(CARD_NUMBER, "goods", 1, Money.yen(4_242_424_242_424_242L)))))
                .extra("note", List.of("paid with " + CARD_NUMBER))
                .extra("number", 4_242_424_242_424_242L)
                .extra("of", Map.of("4242424242424242", 1));

        InvalidEventException invalid = invalid(draft);

        assertThat(invalid.problems().stream().map(problem -> problem.pointer() + " " + problem.code()))
                .containsExactlyInAnyOrder(
                        "/id card_number",
                        "/data/device_id card_number",
                        "/data/order/items/0/sku card_number",
                        "/data/order/items/0/amount/value card_number",
                        "/data/note/0 card_number",
                        "/data/number card_number",
                        "/data/of card_number");
        assertThat(invalid.getMessage()).doesNotContain("4242");
    }

    @Test
    void leavesFreeTextToTheServerWhichMasksIt() {
        Recipient recipient = Recipient.ofPhone("+819012345678").withMessage("my card is " + CARD_NUMBER);
        ShopEvent event = Samples.begun(EventType.GIFT_CODE_ISSUED)
                .with(Field.CODE_ID, "c1")
                .with(Field.RECIPIENT, recipient)
                .with(Field.USER_AGENT, CARD_NUMBER)
                .build();

        assertThat(ContractTest.accepted(event).hadCardNumber()).isTrue();
    }

    @Test
    void anArticleNumberMayLookLikeACardNumber() {
        // A valid EAN-13 that is also in Visa's old range and passes Luhn.
        Item item = Item.of("4000000000006", "goods", 1, Money.yen(100));
        EventDraft draft = Samples.begun(EventType.CART_UPDATED).with(Field.ITEMS, List.of(item));

        assertThat(CardNumbers.isIn("4000000000006")).isTrue();
        assertThat(ContractTest.accepted(draft.build()).event().data()).containsKey("items");
    }

    @Test
    void keepsTheShopsOwnFields() {
        ShopEvent event = ShopEvent.custom("custom.survey")
                .id("e1")
                .source(Samples.SOURCE)
                .time(Instant.parse("2023-09-12T17:14:05.1239Z"))
                .with(Field.ORDER_ID, "o1")
                .extra("loyalty", Map.of("tier", "gold"))
                .extra("visits", List.of(1, 2L, 2.5, true, "x"))
                .build();

        assertThat(event.json()).contains("\"time\":\"2023-09-12T17:14:05.123Z\"");
        assertThat(ContractTest.accepted(event).event().data())
                .containsEntry("order_id", "o1")
                .containsEntry("loyalty", Map.of("tier", "gold"))
                .containsEntry("visits", List.of(1L, 2L, 2.5, true, "x"));
    }

    @Test
    void leavesOutWhatIsNull() {
        String sku = null;
        ShopEvent event = Samples.begun(EventType.CART_UPDATED)
                .with(Field.SESSION_ID, "s1")
                .with(Field.SESSION_ID, null)
                .with(Field.ITEMS, List.of(new Item(sku, "goods", null, null, null)))
                .extra("tier", "gold")
                .extra("tier", null)
                .build();

        assertThat(event.json()).contains("\"data\":{\"items\":[{\"category\":\"goods\"}]}");
    }

    @Test
    void anEventHasAtMost64KiB() {
        EventDraft draft = Samples.begun(EventType.CART_UPDATED);
        int rest = EventDraft.MOST_BYTES - draft.extra("note", "").build().bytes().length;

        ShopEvent longest = draft.extra("note", "x".repeat(rest)).build();
        assertThat(longest.bytes()).hasSize(EventDraft.MOST_BYTES);
        ContractTest.accepted(longest);
        assertThat(problems(draft.extra("note", "x".repeat(rest + 1)))).containsExactly(" too_large");
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("in", endless);

        assertThat(problems(Samples.begun(EventType.CART_UPDATED).extra("tree", endless)))
                .hasSize(1)
                .first()
                .asString()
                .endsWith(" too_deep");
    }

    @Test
    void isAsDeepAsTheServerReads() {
        assertThat(Samples.begun(EventType.CART_UPDATED)
                        .extra("tree", lists(30))
                        .build())
                .satisfies(ContractTest::accepted);
        assertThat(problems(Samples.begun(EventType.CART_UPDATED).extra("tree", lists(31))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey", "custom.", "order.created"})
    void aTypeOfTheShopsOwnIsCustom(String typeName) {
        assertThatIllegalArgumentException().isThrownBy(() -> ShopEvent.custom(typeName));
    }

    @Test
    void theTypeForTheShopsOwnIsNoType() {
        assertThatIllegalArgumentException().isThrownBy(() -> ShopEvent.of(EventType.CUSTOM));
    }

    @Test
    void refusesMoneyAndQuantitiesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.yen(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "yen"));
        assertThatIllegalArgumentException().isThrownBy(() -> Item.of("s", "goods", 0, Money.yen(1)));
    }

    @Test
    void tellsNobodyWhoItIsWhenItIsLogged() {
        ShopEvent event = Samples.full(EventType.GIFT_CODE_ISSUED).build();

        assertThat(event).hasToString("gift_code.issued e1");
        assertThat(Samples.ORDER.toString())
                .doesNotContain("x@example.net", "Hanako", "Thanks", "tok_1", "424242", "+8190");
    }

    /** What a client without checks would send. */
    private static byte[] unchecked(EventType type) {
        return JsonWriter.write(Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        "e1",
                        "source",
                        Samples.SOURCE,
                        "type",
                        type == EventType.CUSTOM ? "custom.survey" : type.typeName(),
                        "time",
                        "2023-09-13T02:14:05Z",
                        "data",
                        Map.of()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Object lists(int depth) {
        Object value = "x";
        for (int i = 0; i < depth; i++) {
            List<Object> list = new ArrayList<>();
            list.add(value);
            value = list;
        }
        return value;
    }

    private static InvalidEventException invalid(EventDraft draft) {
        return catchThrowableOfType(InvalidEventException.class, draft::build);
    }

    private static List<String> problems(EventDraft draft) {
        return invalid(draft).problems().stream()
                .map(problem -> problem.pointer() + " " + problem.code())
                .toList();
    }
}
