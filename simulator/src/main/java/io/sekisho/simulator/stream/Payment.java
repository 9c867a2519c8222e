package io.sekisho.simulator.stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A payment of an order, or a part of it.
 *
 * @param card the card where {@code method} is card, else null
 */
public record Payment(
        String id, Method method, long amount, @Nullable Card card) {
    /** Ways to pay, by the contract's words. */
    public enum Method {
        CARD("card"),
        GIFT_BALANCE("gift_balance"),
        POINTS("points"),
        WALLET("wallet"),
        CARRIER("carrier"),
        PAY_LATER("pay_later"),
        CONVENIENCE_STORE("convenience_store"),
        CASH_ON_DELIVERY("cod");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        /** Whether a provider says yes or no while the customer waits. */
        public boolean isAuthorized() {
            return switch (this) {
                case CARD, WALLET, CARRIER, PAY_LATER -> true;
                case GIFT_BALANCE, POINTS, CONVENIENCE_STORE, CASH_ON_DELIVERY -> false;
            };
        }

        /** Whether it draws on money that the account already holds. */
        public boolean isBalance() {
            return this == GIFT_BALANCE || this == POINTS;
        }
    }

    void writeFields(JsonGenerator json) {
        json.writeStringProperty("payment_id", id);
        json.writeStringProperty("method", method.word);
        if (card != null) {
            card.write(json);
        }
    }

    void writeSplit(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("payment_id", id);
        json.writeStringProperty("method", method.word);
        Yen.write(json, "amount", amount);
        if (card != null) {
            card.write(json);
        }
        json.writeEndObject();
    }
}
