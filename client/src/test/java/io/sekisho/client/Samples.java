package io.sekisho.client;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Events that say as little, or as much, as their type allows. */
final class Samples {

    static final OffsetDateTime TIME = OffsetDateTime.parse("2023-09-13T02:14:05+09:00");
    static final String SOURCE = "https://shop.example";

    private static final Money AMOUNT = Money.yen(5000);
    private static final Card CARD = Card.of("tok_1")
            .withBrand("visa")
            .withBin("424242")
            .withLast4("4242")
            .withExpiry("2027-04")
            .withCountry("JP")
            .withFunding("debit");
    private static final Recipient RECIPIENT =
            new Recipient("x@example.net", "+819012345678", "a2", "Hanako", "Thanks!");
    private static final Item ITEM =
            Item.of("gift-5000", "gift_code", 1, AMOUNT).withRecipient(RECIPIENT);

    static final Order ORDER = Order.of("o1", AMOUNT, List.of(ITEM))
            .paidWith(Payment.of("p1", PaymentMethod.CARD).withAmount(AMOUNT).withCard(CARD))
            .shippedTo(new Address("ad1", "JP", "100-0001"));

    /** Those that are no plain text. */
    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry(
                    "account",
                    new AccountPast(TIME.minusYears(3), 12L, 0L, TIME.minusDays(40))
                            .reachedAt("hanako@example.net", "+819012345678", "ja")),
            Map.entry("actor", Actor.CUSTOMER),
            Map.entry("amount", AMOUNT),
            Map.entry("auth_methods", List.of(Factor.PASSWORD, Factor.SMS)),
            Map.entry("breached_password", true),
            Map.entry("card", CARD),
            Map.entry("channel", Channel.WALLET),
            Map.entry("country", "JP"),
            Map.entry("due_at", TIME.plusDays(14)),
            Map.entry("enabled", false),
            Map.entry("failure_reason", FailureReason.WRONG_PASSWORD),
            Map.entry("given", List.of("email", "order_number")),
            Map.entry("holder_matches", true),
            Map.entry("ip", "2001:db8::1"),
            Map.entry("items", List.of(ITEM)),
            Map.entry("known_at", TIME.plusDays(60)),
            Map.entry("label", Verdict.TAKEOVER),
            Map.entry("liability_shifted", false),
            Map.entry("method", Factor.PASSKEY),
            Map.entry("order", ORDER),
            Map.entry("order_ids", List.of("o1", "o2")),
            Map.entry("recipient", RECIPIENT),
            Map.entry("rtt_millis", 38L),
            Map.entry("visibility", Visibility.HIDDEN));

    private Samples() {}

    /** With no more than it must have. */
    static EventDraft minimal(EventType type) {
        return with(begun(type), type.required().stream());
    }

    /** With every field that it may have. */
    static EventDraft full(EventType type) {
        return with(begun(type), type.fields().stream());
    }

    static EventDraft begun(EventType type) {
        EventDraft draft = type == EventType.CUSTOM ? ShopEvent.custom("custom.survey") : ShopEvent.of(type);
        return draft.id("e1").source(SOURCE).time(TIME);
    }

    static ShopEvent order() {
        return begun(EventType.ORDER_CREATED).with(Field.ORDER, ORDER).build();
    }

    static ShopEvent login(String id) {
        return begun(EventType.LOGIN_SUCCEEDED)
                .id(id)
                .with(Field.ACCOUNT_ID, "a1")
                .build();
    }

    private static EventDraft with(EventDraft draft, Stream<Field<?>> fields) {
        fields.forEach(field -> set(draft, field));
        return draft;
    }

    @SuppressWarnings("unchecked") // The table has for each field a value of its type.
    private static <T> void set(EventDraft draft, Field<T> field) {
        Object usual = field == Field.PASSWORD_REASON ? PasswordReason.FORGOT : "some " + field;
        draft.with(field, (T) VALUES.getOrDefault(field.wireName(), usual));
    }
}
