package io.sekisho.simulator.shop;

import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stage.Voice;
import io.sekisho.simulator.stream.Body.CodeMoved;
import io.sekisho.simulator.stream.Body.OrderMoved;
import io.sekisho.simulator.stream.Body.PaymentMoved;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.GiftCode;
import io.sekisho.simulator.stream.Item;
import io.sekisho.simulator.stream.Label;
import io.sekisho.simulator.stream.Order;
import io.sekisho.simulator.stream.Payment;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Ids;

/** What follows when an order is paid: capture, settlement, parcels, gift codes, now and then a refund. */
final class Fulfilment {
    private static final double CANCELLED = 0.02;
    private static final double REFUNDED = 0.015;
    private static final double NEVER_PAID = 0.08;

    private final Voice voice;
    private final Dice dice;
    private final Ids ids;
    private final Redeeming redeeming;

    Fulfilment(Voice voice, Dice dice, Redeeming redeeming) {
        this.voice = voice;
        this.dice = dice;
        ids = voice.ids();
        this.redeeming = redeeming;
    }

    /** The provider has said yes: gifts are captured at once, goods when they leave. */
    void authorized(Stage stage, Connection connection, Order order, Payment payment) {
        if (order.isGift()) {
            stage.after(dice.between(800, 5000), now -> capture(now, order, payment));
            issue(stage, connection, order);
            return;
        }
        if (dice.chance(CANCELLED)) {
            stage.after(dice.logUniform(5 * Calendar.MINUTE, 5 * Calendar.HOUR), now -> cancel(now, order, payment));
            return;
        }
        ship(stage, order);
        stage.after(untilShipped(order), now -> capture(now, order, payment));
    }

    /** The account's own money has been used. */
    void paid(Stage stage, Connection connection, Order order, Payment payment) {
        // Where a second payment follows, that one carries the order on.
        if (order.payments().getLast().equals(payment)) {
            issue(stage, connection, order);
            ship(stage, order);
        }
    }

    /** The customer pays at a counter or a door: later, or never. */
    void paidLater(Stage stage, Order order, Payment payment) {
        if (dice.chance(NEVER_PAID)) {
            stage.after(
                    3 * Calendar.DAY,
                    now -> voice.tell(now, new OrderMoved("order.cancelled", order.id(), "system", "not_paid")));
            return;
        }
        stage.after(dice.logUniform(Calendar.HOUR, 2 * Calendar.DAY), now -> {
            capture(now, order, payment);
            ship(now, order);
        });
    }

    private void capture(Stage stage, Order order, Payment payment) {
        voice.tell(stage, new PaymentMoved("payment.captured", order.id(), payment, null));
        // Settlement files are worked off in the small hours of the next days.
        long today = Math.floorDiv(stage.now() - Calendar.DAY_ONE, Calendar.DAY);
        long night = Calendar.startOf((int) today + 1 + dice.below(2)) + 3 * Calendar.HOUR;
        long settled = night + dice.between(0, 2 * Calendar.HOUR);
        stage.at(settled, now -> voice.tell(now, new PaymentMoved("payment.settled", order.id(), payment, null)));
        if (!order.isGift() && dice.chance(REFUNDED)) {
            stage.at(
                    settled + dice.between(2 * Calendar.DAY, 14 * Calendar.DAY),
                    now -> voice.tell(now, new PaymentMoved("payment.refunded", order.id(), payment, null)));
        }
    }

    private void cancel(Stage stage, Order order, Payment payment) {
        voice.tell(stage, new OrderMoved("order.cancelled", order.id(), "customer", "changed_mind"));
        stage.after(
                dice.between(1000, 9000),
                now -> voice.tell(now, new PaymentMoved("payment.voided", order.id(), payment, null)));
    }

    private long untilShipped(Order order) {
        return order.shipTo() == null
                ? dice.between(2000, 20_000)
                : dice.between(6 * Calendar.HOUR, 44 * Calendar.HOUR);
    }

    private void ship(Stage stage, Order order) {
        if (order.shipTo() != null) {
            stage.after(
                    untilShipped(order),
                    now -> voice.tell(now, new OrderMoved("order.fulfilled", order.id(), null, null)));
        }
    }

    private void issue(Stage stage, Connection connection, Order order) {
        for (Item item : order.items()) {
            String recipient = item.recipient();
            for (int i = 0; item.isGift() && recipient != null && i < item.quantity(); i++) {
                long faceValue = item.amount() / item.quantity();
                GiftCode code = new GiftCode(ids.code(), order.id(), faceValue, recipient);
                stage.after(
                        dice.logUniform(4 * Calendar.SECOND, 3 * Calendar.MINUTE), now -> issue(now, connection, code));
            }
        }
    }

    private void issue(Stage stage, Connection connection, GiftCode code) {
        voice.tell(stage, connection, new CodeMoved("gift_code.issued", code, null));
        var attack = voice.attack();
        if (attack != null) {
            stage.label(Label.takeover("code", code.id(), attack).worth(code.amount()));
        }
        stage.after(dice.between(1000, 25_000), now -> deliver(now, code));
    }

    private void deliver(Stage stage, GiftCode code) {
        voice.tell(stage, new CodeMoved("gift_code.delivered", code, null));
        stage.after(redeeming.untilViewed(dice), now -> {
            voice.tellOfOther(now, new CodeMoved("gift_code.viewed", code, null));
            if (redeeming.happens(dice)) {
                now.after(redeeming.untilRedeemed(dice), later -> redeem(later, code));
            }
        });
    }

    /** The recipient's account is the same for every gift to that address. */
    private void redeem(Stage stage, GiftCode code) {
        String redeemer = new Ids(Dice.of(0, code.recipient(), 0)).account();
        voice.tellOfOther(stage, new CodeMoved("gift_code.redeemed", code, redeemer));
    }
}
