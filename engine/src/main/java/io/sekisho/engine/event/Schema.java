package io.sekisho.engine.event;

import static io.sekisho.engine.event.Field.optional;
import static io.sekisho.engine.event.Field.required;

import io.sekisho.engine.event.Shape.Choice;
import io.sekisho.engine.event.Shape.Flag;
import io.sekisho.engine.event.Shape.Form;
import io.sekisho.engine.event.Shape.Group;
import io.sekisho.engine.event.Shape.Many;
import io.sekisho.engine.event.Shape.Text;
import io.sekisho.engine.event.Shape.Whole;
import java.util.List;

/** The shapes of the contract's event table; {@link EventType} says which type has which. */
public final class Schema {

    static final Shape FREE = new Text(Form.FREE);
    static final Shape NAME = new Text(Form.NAME);
    static final Shape PROSE = new Text(Form.PROSE);
    static final Shape TIME = new Text(Form.TIME);
    static final Shape COUNTRY = new Text(Form.COUNTRY);
    static final Shape FLAG = new Flag();
    static final Shape COUNT = new Whole(0, Long.MAX_VALUE);
    /** Ten trillion yen: the sums of a window stay exact however many such amounts it holds. */
    static final Shape AMOUNT = new Whole(0, 10_000_000_000_000L);

    static final Shape NAMES = new Many(NAME);

    static final Shape AUTH_METHODS =
            new Many(new Choice(List.of("password", "sms", "totp", "email", "passkey", "app", "federated", "none")));
    static final Shape VERIFICATION_METHOD =
            new Choice(List.of("sms", "totp", "app", "passkey", "email", "callback", "3ds"));

    /** Factors that an account may hold: what verifies, and what signs in. */
    static final Shape CREDENTIAL_METHOD = new Choice(
            List.of("password", "sms", "totp", "email", "passkey", "app", "federated", "none", "callback", "3ds"));

    static final Shape PAYMENT_MEANS = new Choice(List.of(
            "card",
            "gift_balance",
            "points",
            "wallet",
            "carrier",
            "bank_transfer",
            "pay_later",
            "convenience_store",
            "cod"));

    static final Shape MONEY =
            new Group(List.of(required("value", AMOUNT), required("currency", new Text(Form.CURRENCY))));

    static final Shape CARD = new Group(List.of(
            optional("token", NAME),
            optional("brand", FREE),
            optional("bin", new Text(Form.BIN)),
            optional("last4", new Text(Form.LAST4)),
            optional("expiry", new Text(Form.EXPIRY)),
            optional("country", COUNTRY),
            optional("funding", FREE)));

    static final Shape RECIPIENT = new Group(List.of(
            optional("email", NAME),
            optional("phone", NAME),
            optional("account_id", NAME),
            optional("name", PROSE),
            optional("message", PROSE)));

    static final Shape ITEMS = new Many(new Group(List.of(
            optional("sku", new Text(Form.SKU)),
            optional("category", FREE),
            optional("quantity", new Whole(1, Long.MAX_VALUE)),
            optional("amount", MONEY),
            optional("recipient", RECIPIENT))));

    private static final Shape PAYMENT = new Group(List.of(
            optional("payment_id", NAME),
            optional("method", PAYMENT_MEANS),
            optional("amount", MONEY),
            optional("card", CARD)));

    static final List<Field> ADDRESS =
            List.of(optional("address_id", NAME), optional("country", COUNTRY), optional("postal_code", FREE));

    /** The part of {@code data} that every type may carry. */
    public static final List<Field> CONTEXT = List.of(
            optional("account_id", NAME),
            optional("session_id", NAME),
            optional("device_id", NAME),
            optional("ip", new Text(Form.IP)),
            optional("user_agent", PROSE),
            optional("accept_language", FREE),
            optional("timezone", FREE),
            optional("tls_fingerprint", FREE),
            optional("rtt_millis", COUNT),
            optional("channel", new Choice(List.of("web", "app", "wallet", "phone", "api", "batch"))),
            optional("actor", new Choice(List.of("customer", "agent", "system"))),
            optional("agent_id", NAME),
            optional(
                    "account",
                    new Group(List.of(
                            optional("created_at", TIME),
                            optional("orders_before", COUNT),
                            optional("gift_orders_before", COUNT),
                            optional("last_order_at", TIME),
                            optional("email", NAME),
                            optional("phone", NAME),
                            optional("language", FREE)))));

    /** What {@code data} has whatever the type. */
    public static final Shape.Group ANY_DATA = new Group(CONTEXT);

    static Field order(boolean isNew) {
        return required(
                "order",
                new Group(List.of(
                        required("order_id", NAME),
                        new Field("amount", MONEY, isNew),
                        new Field("items", ITEMS, isNew),
                        optional("payment", PAYMENT),
                        optional("payments", new Many(PAYMENT)),
                        optional("shipping", new Group(ADDRESS)))));
    }

    private Schema() {}
}
