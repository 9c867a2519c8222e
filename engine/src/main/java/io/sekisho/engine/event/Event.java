package io.sekisho.engine.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a shop, checked and typed.
 *
 * @param source with {@code id} the event's identity
 * @param typeName the name on the wire; differs from {@code type} only for custom types
 * @param timeMillis when it happened, milliseconds since 1970 UTC
 * @param offsetSeconds of the shop's clock from UTC, so that answers tell the time as the shop does
 * @param receivedMillis when it came in at the door, or the recorded time of a file; deadlines count from it
 * @param data the whole of {@code data} as the shop sent it, unknown fields included: Long, Double, Boolean,
 *     String, List and Map only
 */
public record Event(
        String id,
        String source,
        EventType type,
        String typeName,
        long timeMillis,
        int offsetSeconds,
        long receivedMillis,
        Context context,
        Detail detail,
        Map<String, Object> data) {

    /** The account that the event concerns, where it is known. */
    public @Nullable String accountId() {
        return context.accountId();
    }

    /** The order that the event concerns, where there is one. */
    public @Nullable String orderId() {
        return switch (detail) {
            case Detail.OrderChange change -> change.order().orderId();
            case Detail.PaymentChange payment -> payment.orderId();
            case Detail.GiftCode code -> code.orderId();
            case Detail.ThreeDs check -> check.orderId();
            case Detail.Balance balance -> balance.orderId();
            case Detail.Dispute dispute -> dispute.orderId();
            default -> null;
        };
    }

    /** The lines of the order or the cart; empty for other events. */
    public List<Item> items() {
        return switch (detail) {
            case Detail.OrderChange change -> change.order().items();
            case Detail.Cart cart -> cart.items();
            default -> List.of();
        };
    }

    /** The money that the event is about: an order's total, a payment, a code, a movement of balance. */
    public @Nullable Money amount() {
        return switch (detail) {
            case Detail.OrderChange change -> change.order().amount();
            case Detail.PaymentChange payment -> payment.amount();
            case Detail.GiftCode code -> code.amount();
            case Detail.Balance balance -> balance.amount();
            case Detail.Dispute dispute -> dispute.amount();
            default -> null;
        };
    }

    /**
     * Minor units of stored value in the event: the lines that are gift codes, top-ups or stored value, in the currency
     * of {@link #amount()}; the amount of a gift code itself; else 0.
     */
    public long giftAmount() {
        if (detail instanceof Detail.GiftCode code) {
            return code.amount() == null ? 0 : code.amount().value();
        }
        Money total = amount();
        long sum = 0;
        for (Item item : items()) {
            if (item.isStoredValue() && item.amount() != null && isIn(total, item.amount())) {
                sum = Math.addExact(sum, item.amount().value());
            }
        }
        return sum;
    }

    /** True where money in another form moves: a gift code, a balance or a line of stored value, whatever it costs. */
    public boolean carriesStoredValue() {
        return detail instanceof Detail.GiftCode
                || detail instanceof Detail.Balance
                || items().stream().anyMatch(Item::isStoredValue);
    }

    /** All that the event is sent to, in the order of the lines, each once. */
    public Set<Recipient> recipients() {
        if (detail instanceof Detail.GiftCode code) {
            return code.recipient() == null ? Set.of() : Set.of(code.recipient());
        }
        Set<Recipient> recipients = new LinkedHashSet<>();
        for (Item item : items()) {
            if (item.recipient() != null) {
                recipients.add(item.recipient());
            }
        }
        return recipients;
    }

    /** The cards that the event names. */
    public List<Card> cards() {
        return switch (detail) {
            case Detail.PaymentChange payment -> payment.card() == null ? List.of() : List.of(payment.card());
            case Detail.PaymentMethod method -> method.card() == null ? List.of() : List.of(method.card());
            case Detail.OrderChange change -> cardsOf(change.order().payments());
            default -> List.of();
        };
    }

    private static List<Card> cardsOf(List<Payment> payments) {
        List<Card> cards = new ArrayList<>(payments.size());
        for (Payment payment : payments) {
            if (payment.card() != null) {
                cards.add(payment.card());
            }
        }
        return cards;
    }

    private static boolean isIn(@Nullable Money total, Money part) {
        return total == null || total.currency().equals(part.currency());
    }
}
