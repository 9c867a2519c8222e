package io.sekisho.wire.event;

import io.sekisho.engine.event.AccountPast;
import io.sekisho.engine.event.Card;
import io.sekisho.engine.event.Context;
import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Family;
import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.event.Order;
import io.sekisho.engine.event.Payment;
import io.sekisho.engine.event.Recipient;
import io.sekisho.engine.event.Shipping;
import io.sekisho.engine.event.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes typed records of a tree that the schema check has passed. Stateless. */
final class TypedReader {

    private TypedReader() {}

    /** An object of the tree, its members read by name. */
    private record Node(Map<?, ?> members) {

        static @Nullable Node of(@Nullable Object value) {
            return value instanceof Map<?, ?> map ? new Node(map) : null;
        }

        @Nullable
        String text(String name) {
            return members.get(name) instanceof String text ? text : null;
        }

        /** Text of a field that the schema requires. */
        String required(String name) {
            return present(text(name));
        }

        @Nullable
        Long whole(String name) {
            return members.get(name) instanceof Long whole ? whole : null;
        }

        @Nullable
        Boolean flag(String name) {
            return members.get(name) instanceof Boolean flag ? flag : null;
        }

        @Nullable
        Long time(String name) {
            String text = text(name);
            return text == null
                    ? null
                    : Timestamps.parse(text).map(Timestamps.Timestamp::millis).orElse(null);
        }

        List<String> texts(String name) {
            List<String> texts = new ArrayList<>();
            if (members.get(name) instanceof List<?> list) {
                list.forEach(element -> texts.add((String) element));
            }
            return texts;
        }

        <T> @Nullable T part(String name, Function<Node, T> reader) {
            Node node = of(members.get(name));
            return node == null ? null : reader.apply(node);
        }

        <T> List<T> parts(String name, Function<Node, T> reader) {
            List<T> parts = new ArrayList<>();
            if (members.get(name) instanceof List<?> list) {
                list.forEach(element -> parts.add(reader.apply(new Node((Map<?, ?>) element))));
            }
            return parts;
        }
    }

    static Context context(Map<String, Object> data) {
        Node node = new Node(data);
        return new Context(
                node.text("account_id"),
                node.text("session_id"),
                node.text("device_id"),
                node.text("ip"),
                node.text("user_agent"),
                node.text("accept_language"),
                node.text("timezone"),
                node.text("tls_fingerprint"),
                node.whole("rtt_millis"),
                node.text("channel"),
                node.text("actor"),
                node.text("agent_id"),
                node.part("account", TypedReader::past));
    }

    static Detail detail(Family family, Map<String, Object> data) {
        Node node = new Node(data);
        return switch (family) {
            case LOGIN ->
                new Detail.Login(
                        node.texts("auth_methods"),
                        node.text("credential_id"),
                        node.flag("breached_password"),
                        node.text("failure_reason"));
            case SESSION -> new Detail.Session(node.texts("auth_methods"), node.text("by"));
            case VERIFICATION ->
                new Detail.Verification(
                        node.required("method"), node.text("purpose"), node.text("about"), node.text("credential_id"));
            case THREE_DS ->
                new Detail.ThreeDs(
                        node.text("order_id"), node.text("result"), node.text("eci"), node.flag("liability_shifted"));
            case PASSWORD -> new Detail.Password(node.text("reason"));
            case CREDENTIAL -> new Detail.Credential(node.required("method"), node.text("credential_id"));
            case ACCOUNT_CHANGE ->
                new Detail.AccountChange(
                        node.text("old_hash"), node.text("new_hash"), node.text("email"), node.text("phone"));
            case NOTIFICATION -> new Detail.Notification(node.text("setting"), node.flag("enabled"));
            case ADDRESS -> new Detail.Address(node.text("address_id"), node.text("country"), node.text("postal_code"));
            case PAYMENT_METHOD ->
                new Detail.PaymentMethod(node.part("card", TypedReader::card), node.flag("holder_matches"));
            case WALLET -> new Detail.Wallet(node.text("partner"));
            case CART -> new Detail.Cart(node.parts("items", TypedReader::item));
            case ORDER, VISIBILITY, PAYMENT, GIFT_CODE, BALANCE -> ofMoney(family, node);
            case SECURITY_NOTIFICATION, NOTICE ->
                new Detail.Notice(node.text("about"), node.text("notice_id"), node.text("contact_channel"));
            case DISPUTE ->
                new Detail.Dispute(
                        node.required("dispute_id"),
                        node.text("order_id"),
                        node.part("amount", TypedReader::money),
                        node.time("due_at"),
                        node.text("reason_code"));
            case SUPPORT ->
                new Detail.Support(node.text("contact_id"), node.text("contact_channel"), node.texts("given"));
            case SIGNAL -> new Detail.Signal(node.text("issuer"), node.text("signal"));
            case LABEL ->
                new Detail.Label(
                        node.required("about"), node.required("label"), node.time("known_at"), node.text("origin"));
            case CUSTOM -> new Detail.Custom();
        };
    }

    private static Detail ofMoney(Family family, Node node) {
        return switch (family) {
            case VISIBILITY -> new Detail.Visibility(node.texts("order_ids"), node.required("visibility"));
            case PAYMENT ->
                new Detail.PaymentChange(
                        node.required("payment_id"),
                        present(node.part("amount", TypedReader::money)),
                        node.text("order_id"),
                        node.part("card", TypedReader::card),
                        node.text("decline_category"));
            case GIFT_CODE ->
                new Detail.GiftCode(
                        node.required("code_id"),
                        node.text("order_id"),
                        node.part("amount", TypedReader::money),
                        node.part("recipient", TypedReader::recipient),
                        node.text("redeemed_by"));
            case BALANCE ->
                new Detail.Balance(
                        present(node.part("amount", TypedReader::money)),
                        node.text("order_id"),
                        node.text("counterparty"));
            default ->
                new Detail.OrderChange(
                        present(node.part("order", TypedReader::order)), node.text("by"), node.text("reason"));
        };
    }

    private static AccountPast past(Node node) {
        return new AccountPast(
                node.time("created_at"),
                node.whole("orders_before"),
                node.whole("gift_orders_before"),
                node.time("last_order_at"),
                node.text("email"),
                node.text("phone"),
                node.text("language"));
    }

    private static Order order(Node node) {
        Payment single = node.part("payment", TypedReader::payment);
        return new Order(
                node.required("order_id"),
                node.part("amount", TypedReader::money),
                node.parts("items", TypedReader::item),
                single == null ? node.parts("payments", TypedReader::payment) : List.of(single),
                node.part(
                        "shipping",
                        shipping -> new Shipping(
                                shipping.text("address_id"), shipping.text("country"), shipping.text("postal_code"))));
    }

    private static Item item(Node node) {
        return new Item(
                node.text("sku"),
                node.text("category"),
                node.whole("quantity"),
                node.part("amount", TypedReader::money),
                node.part("recipient", TypedReader::recipient));
    }

    private static Payment payment(Node node) {
        return new Payment(
                node.text("payment_id"),
                node.text("method"),
                node.part("amount", TypedReader::money),
                node.part("card", TypedReader::card));
    }

    private static Money money(Node node) {
        return new Money(present(node.whole("value")), node.required("currency"));
    }

    private static Card card(Node node) {
        return new Card(
                node.text("token"),
                node.text("brand"),
                node.text("bin"),
                node.text("last4"),
                node.text("expiry"),
                node.text("country"),
                node.text("funding"));
    }

    private static Recipient recipient(Node node) {
        return new Recipient(
                node.text("email"),
                node.text("phone"),
                node.text("account_id"),
                node.text("name"),
                node.text("message"));
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The schema check let a required field be absent");
        }
        return value;
    }
}
