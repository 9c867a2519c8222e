package io.sekisho.engine.testkit;

import io.sekisho.engine.event.AccountPast;
import io.sekisho.engine.event.Card;
import io.sekisho.engine.event.Context;
import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.event.Order;
import io.sekisho.engine.event.Payment;
import io.sekisho.engine.event.Recipient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event in the making: the typed records and the map that expressions see are filled together. */
public final class EventDraft {

    /** 2023-09-13T00:00:00Z, where the time of events begins if a test does not say otherwise. */
    public static final long EPOCH = 1_694_563_200_000L;

    private final EventType type;
    private final String typeName;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private String id = "e1";
    private long timeMillis = EPOCH;
    private @Nullable Long receivedMillis;
    private @Nullable AccountPast past;
    private Detail detail;

    private EventDraft(EventType type, String typeName) {
        this.type = type;
        this.typeName = typeName;
        this.detail = emptyDetail(type);
    }

    public static EventDraft event(String typeName) {
        return new EventDraft(EventType.named(typeName).orElseThrow(), typeName);
    }

    /** An order of one line that is goods. */
    public static EventDraft orderOf(String orderId, Money amount) {
        return event("order.created").order(orderId, amount, List.of(goods(amount)), List.of());
    }

    /** An order of one gift code, which goes to whoever ordered it. */
    public static EventDraft giftOrderOf(String orderId, Money amount) {
        return event("order.created").order(orderId, amount, List.of(gift(amount, null)), List.of());
    }

    public static Money yen(long value) {
        return new Money(value, "JPY");
    }

    public static Item goods(Money amount) {
        return new Item("tea", "tea", 1L, amount, null);
    }

    public static Item gift(@Nullable Money amount, @Nullable Recipient recipient) {
        return new Item("gift", "gift_code", 1L, amount, recipient);
    }

    public static Recipient mailbox(String email) {
        return new Recipient(email, null, null, null, null);
    }

    public static Payment cardPayment(String paymentId, String token) {
        return new Payment(paymentId, "card", null, new Card(token, null, null, null, null, null, null));
    }

    public EventDraft id(String value) {
        id = value;
        return this;
    }

    public EventDraft at(long millis) {
        timeMillis = millis;
        return this;
    }

    public EventDraft receivedAt(long millis) {
        receivedMillis = millis;
        return this;
    }

    public EventDraft account(@Nullable String value) {
        return with("account_id", value);
    }

    public EventDraft session(@Nullable String value) {
        return with("session_id", value);
    }

    public EventDraft device(@Nullable String value) {
        return with("device_id", value);
    }

    public EventDraft ip(@Nullable String value) {
        return with("ip", value);
    }

    /** Says what went before, so that the account needs no thirty days. */
    public EventDraft past() {
        past = new AccountPast(EPOCH, 3L, null, null, null, null, null);
        return with("account", Map.of("orders_before", 3L));
    }

    /** A field of {@code data}; absent where the value is. */
    public EventDraft with(String name, @Nullable Object value) {
        if (value == null) {
            data.remove(name);
        } else {
            data.put(name, value);
        }
        return this;
    }

    public EventDraft detail(Detail value) {
        detail = value;
        return this;
    }

    public EventDraft order(String orderId, @Nullable Money amount, List<Item> items, List<Payment> payments) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("order_id", orderId);
        if (amount != null) {
            order.put("amount", DataMaps.of(amount));
        }
        order.put("items", DataMaps.ofItems(items));
        order.put("payments", payments.stream().map(DataMaps::of).toList());
        detail = new Detail.OrderChange(new Order(orderId, amount, items, payments, null), null, null);
        return with("order", order);
    }

    public EventDraft giftCode(String codeId, String orderId, @Nullable Money amount, @Nullable Recipient recipient) {
        detail = new Detail.GiftCode(codeId, orderId, amount, recipient, null);
        with("recipient", recipient == null ? null : DataMaps.of(recipient));
        return with("code_id", codeId)
                .with("order_id", orderId)
                .with("amount", amount == null ? null : DataMaps.of(amount));
    }

    public EventDraft payment(String paymentId, Money amount, String token) {
        Card card = new Card(token, null, null, null, null, null, null);
        detail = new Detail.PaymentChange(paymentId, amount, null, card, null);
        return with("payment_id", paymentId).with("amount", DataMaps.of(amount)).with("card", DataMaps.of(card));
    }

    public EventDraft credential(String method) {
        detail = new Detail.Credential(method, null);
        return with("method", method);
    }

    public EventDraft email(@Nullable String email) {
        detail = new Detail.AccountChange(null, null, email, null);
        return with("email", email);
    }

    public Event build() {
        long received = receivedMillis == null ? timeMillis : receivedMillis;
        return new Event(
                id, "https://shop.example", type, typeName, timeMillis, 32_400, received, context(), detail, data);
    }

    private Context context() {
        return new Context(
                text("account_id"),
                text("session_id"),
                text("device_id"),
                text("ip"),
                text("user_agent"),
                text("accept_language"),
                text("timezone"),
                text("tls_fingerprint"),
                data.get("rtt_millis") instanceof Long rtt ? rtt : null,
                text("channel"),
                text("actor"),
                text("agent_id"),
                past);
    }

    private @Nullable String text(String name) {
        return data.get(name) instanceof String text ? text : null;
    }

    /** For types whose own fields do not matter to the engine beyond what {@code data} tells. */
    private static Detail emptyDetail(EventType type) {
        return switch (type.family()) {
            case LOGIN -> new Detail.Login(List.of(), null, null, null);
            case SESSION -> new Detail.Session(List.of(), null);
            case VERIFICATION -> new Detail.Verification("sms", null, null, null);
            case PASSWORD -> new Detail.Password(null);
            case CREDENTIAL -> new Detail.Credential("passkey", null);
            case ACCOUNT_CHANGE -> new Detail.AccountChange(null, null, null, null);
            case ORDER -> new Detail.OrderChange(new Order("o1", null, List.of(), List.of(), null), null, null);
            case VISIBILITY -> new Detail.Visibility(List.of(), "hidden");
            case GIFT_CODE -> new Detail.GiftCode("c1", null, null, null, null);
            default -> new Detail.Custom();
        };
    }
}
