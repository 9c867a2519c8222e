package io.sekisho.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an order, or a part of it, is paid with.
 *
 * @param amount where the payment is split; otherwise all is charged here
 */
public record Payment(
        @Nullable String paymentId,
        @Nullable PaymentMethod method,
        @Nullable Money amount,
        @Nullable Card card) {

    public static Payment of(String paymentId, PaymentMethod method) {
        return new Payment(paymentId, method, null, null);
    }

    public Payment withAmount(@Nullable Money newAmount) {
        return new Payment(paymentId, method, newAmount, card);
    }

    public Payment withCard(@Nullable Card newCard) {
        return new Payment(paymentId, method, amount, newCard);
    }

    Map<String, Object> toJson() {
        return new Members()
                .put("payment_id", paymentId)
                .put("method", method == null ? null : method.word())
                .put("amount", amount == null ? null : amount.toJson())
                .put("card", card == null ? null : card.toJson())
                .map();
    }
}
