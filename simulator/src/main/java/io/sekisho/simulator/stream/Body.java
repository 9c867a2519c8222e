package io.sekisho.simulator.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What an event tells beside its context: its type and the fields that belong to the type. */
public sealed interface Body {
    /** The event's type, by the contract's word. */
    String type();

    /** Writes the type's own fields into the open {@code data} object. */
    void write(JsonGenerator json);

    /** Whether the shop tells with it what it knows of the account's past. */
    default boolean tellsPast() {
        return false;
    }

    /** Whether the shop waits for an answer, so that the event is hardly ever late. */
    default boolean isAsked() {
        return switch (type()) {
            case "login.succeeded",
                    "order.created",
                    "gift_code.issued",
                    "credential.added",
                    "password.changed",
                    "account.email_changed" -> true;
            default -> false;
        };
    }

    /**
     * A login.
     *
     * @param failure why it failed, null where it succeeded
     */
    record Login(List<String> methods, @Nullable String failure) implements Body {
        @Override
        public String type() {
            return failure == null ? "login.succeeded" : "login.failed";
        }

        @Override
        public boolean tellsPast() {
            return failure == null;
        }

        @Override
        public void write(JsonGenerator json) {
            writeMethods(json, methods);
            if (failure != null) {
                json.writeStringProperty("failure_reason", failure);
            }
        }
    }

    /** A session that a login opened. */
    record SessionEstablished(List<String> methods) implements Body {
        @Override
        public String type() {
            return "session.established";
        }

        @Override
        public void write(JsonGenerator json) {
            writeMethods(json, methods);
        }
    }

    private static void writeMethods(JsonGenerator json, List<String> methods) {
        json.writeArrayPropertyStart("auth_methods");
        methods.forEach(json::writeString);
        json.writeEndArray();
    }

    /** An event whose own fields are all texts, in the order given. */
    record Remark(String type, List<Field> fields) implements Body {
        /** A name and its text. */
        public record Field(String name, String text) {}

        public static Remark of(String type) {
            return new Remark(type, List.of());
        }

        public static Remark of(String type, String name, String text) {
            return new Remark(type, List.of(new Field(name, text)));
        }

        public static Remark of(String type, Field first, Field second) {
            return new Remark(type, List.of(first, second));
        }

        @Override
        public void write(JsonGenerator json) {
            fields.forEach(field -> json.writeStringProperty(field.name, field.text));
        }
    }

    /** A notification that was switched on or off. */
    record NotificationSetting(String setting, boolean enabled) implements Body {
        @Override
        public String type() {
            return "notification_settings.changed";
        }

        @Override
        public void write(JsonGenerator json) {
            json.writeStringProperty("setting", setting);
            json.writeBooleanProperty("enabled", enabled);
        }
    }

    /** A delivery address that was added or changed. */
    record AddressKept(String type, Address address) implements Body {
        @Override
        public void write(JsonGenerator json) {
            address.writeFields(json);
        }
    }

    /** A card that was stored. */
    record CardAdded(Card card) implements Body {
        @Override
        public String type() {
            return "payment_method.added";
        }

        @Override
        public void write(JsonGenerator json) {
            card.write(json);
        }
    }

    /** A cart as it is after a change. */
    record CartUpdated(List<Item> items) implements Body {
        @Override
        public String type() {
            return "cart.updated";
        }

        @Override
        public void write(JsonGenerator json) {
            json.writeArrayPropertyStart("items");
            items.forEach(item -> item.write(json));
            json.writeEndArray();
        }
    }

    /** An order that was placed. */
    record OrderCreated(Order order) implements Body {
        @Override
        public String type() {
            return "order.created";
        }

        @Override
        public boolean tellsPast() {
            return true;
        }

        @Override
        public void write(JsonGenerator json) {
            order.write(json);
        }
    }

    /** What became of an order; {@code by} and {@code reason} where a person or a rule decided it. */
    record OrderMoved(
            String type,
            String order,
            @Nullable String by,
            @Nullable String reason) implements Body {
        @Override
        public void write(JsonGenerator json) {
            json.writeObjectPropertyStart("order");
            json.writeStringProperty("order_id", order);
            json.writeEndObject();
            if (by != null) {
                json.writeStringProperty("by", by);
            }
            if (reason != null) {
                json.writeStringProperty("reason", reason);
            }
        }
    }

    /** Orders that were taken out of the history's view, or put back. */
    record VisibilityChanged(List<String> orders, boolean hidden) implements Body {
        @Override
        public String type() {
            return "order.visibility_changed";
        }

        @Override
        public void write(JsonGenerator json) {
            json.writeArrayPropertyStart("order_ids");
            orders.forEach(json::writeString);
            json.writeEndArray();
            json.writeStringProperty("visibility", hidden ? "hidden" : "shown");
        }
    }

    /** A step of a payment. */
    record PaymentMoved(
            String type,
            String order,
            Payment payment,
            @Nullable String decline) implements Body {
        @Override
        public void write(JsonGenerator json) {
            json.writeStringProperty("payment_id", payment.id());
            json.writeStringProperty("order_id", order);
            Yen.write(json, "amount", payment.amount());
            Card card = payment.card();
            if (card != null) {
                card.write(json);
            }
            if (decline != null) {
                json.writeStringProperty("decline_category", decline);
            }
        }
    }

    /** Money that the account held and that an order used. */
    record BalanceUsed(String type, String order, long amount) implements Body {
        @Override
        public void write(JsonGenerator json) {
            Yen.write(json, "amount", amount);
            json.writeStringProperty("order_id", order);
        }
    }

    /** A step of a gift code; {@code redeemedBy} is the account that took its value. */
    record CodeMoved(String type, GiftCode code, @Nullable String redeemedBy) implements Body {
        @Override
        public void write(JsonGenerator json) {
            json.writeStringProperty("code_id", code.id());
            json.writeStringProperty("order_id", code.order());
            Yen.write(json, "amount", code.amount());
            json.writeObjectPropertyStart("recipient");
            json.writeStringProperty("email", code.recipient());
            json.writeEndObject();
            if (redeemedBy != null) {
                json.writeStringProperty("redeemed_by", redeemedBy);
            }
        }
    }

    /** A dispute that the cardholder opened with the issuer. */
    record DisputeOpened(String dispute, String order, long amount, long dueAt) implements Body {
        @Override
        public String type() {
            return "dispute.opened";
        }

        @Override
        public void write(JsonGenerator json) {
            json.writeStringProperty("dispute_id", dispute);
            json.writeStringProperty("order_id", order);
            Yen.write(json, "amount", amount);
            json.writeStringProperty("due_at", Timestamps.format(dueAt));
            json.writeStringProperty("reason_code", "fraud_card_absent");
        }
    }
}
