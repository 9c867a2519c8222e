package io.sekisho.server.projection.fold;

import static io.sekisho.server.projection.table.StoredText.id;

import io.sekisho.engine.event.Card;
import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.event.Order;
import io.sekisho.engine.event.Payment;
import io.sekisho.server.projection.fold.Told.EventTold;
import io.sekisho.server.projection.table.PaymentColumn;
import io.sekisho.server.projection.table.Row;
import org.jspecify.annotations.Nullable;

/** Payments: announced by their order, then what became of them. Stateless. */
final class PaymentFold {

    private static final String ANNOUNCED = "announced";
    private static final String FAMILY = "payment.";

    private PaymentFold() {}

    static void want(EventTold told, Changes changes) {
        switch (told.event().detail()) {
            case Detail.PaymentChange change -> changes.payments().want(change.paymentId());
            case Detail.OrderChange change ->
                change.order().payments().forEach(payment -> changes.payments().want(payment.paymentId()));
            default -> {}
        }
    }

    static void apply(EventTold told, Changes changes) {
        switch (told.event().detail()) {
            case Detail.PaymentChange change -> apply(told, change, changes);
            case Detail.OrderChange change ->
                change.order().payments().forEach(payment -> announce(told, change.order(), payment, changes));
            default -> {}
        }
    }

    private static void announce(EventTold told, Order order, Payment payment, Changes changes) {
        if (payment.paymentId() != null) {
            Row<PaymentColumn> row = seen(payment.paymentId(), told, changes)
                    .putIfTold(PaymentColumn.ORDER_ID, id(order.orderId()))
                    .putIfTold(PaymentColumn.METHOD, payment.method());
            // The only payment of an order pays all of it.
            boolean isWhole = payment.amount() == null && order.payments().size() == 1;
            putAmount(row, isWhole ? order.amount() : payment.amount());
            putCard(row, payment.card());
        }
    }

    private static void apply(EventTold told, Detail.PaymentChange change, Changes changes) {
        Row<PaymentColumn> row = seen(change.paymentId(), told, changes)
                .putIfTold(PaymentColumn.ORDER_ID, id(change.orderId()))
                .put(PaymentColumn.STATUS, told.event().typeName().substring(FAMILY.length()))
                .put(PaymentColumn.STATUS_AT, told.event().timeMillis())
                .put(PaymentColumn.STATUS_AMOUNT, change.amount().value())
                .put(PaymentColumn.STATUS_CURRENCY, change.amount().currency())
                .put(PaymentColumn.DECLINE_CATEGORY, change.declineCategory());
        putAmount(row, change.amount());
        putCard(row, change.card());
    }

    private static Row<PaymentColumn> seen(String paymentId, EventTold told, Changes changes) {
        return changes.payments()
                .row(paymentId)
                .putIfUnknown(PaymentColumn.ACCOUNT_ID, id(told.event().accountId()))
                .putIfUnknown(PaymentColumn.STATUS, ANNOUNCED)
                .putIfUnknown(PaymentColumn.FIRST_SEQUENCE, told.number())
                .put(PaymentColumn.LAST_SEQUENCE, told.number());
    }

    private static void putAmount(Row<PaymentColumn> row, @Nullable Money amount) {
        if (amount != null && row.whole(PaymentColumn.AMOUNT) == null) {
            row.put(PaymentColumn.AMOUNT, amount.value()).put(PaymentColumn.CURRENCY, amount.currency());
        }
    }

    private static void putCard(Row<PaymentColumn> row, @Nullable Card card) {
        if (card != null) {
            row.put(PaymentColumn.CARD_TOKEN, id(card.token()))
                    .put(PaymentColumn.CARD_BRAND, card.brand())
                    .put(PaymentColumn.CARD_BIN, card.bin())
                    .put(PaymentColumn.CARD_LAST4, card.last4())
                    .put(PaymentColumn.CARD_EXPIRY, card.expiry())
                    .put(PaymentColumn.CARD_COUNTRY, card.country())
                    .put(PaymentColumn.CARD_FUNDING, card.funding());
        }
    }
}
