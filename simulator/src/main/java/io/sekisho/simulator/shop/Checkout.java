package io.sekisho.simulator.shop;

import io.sekisho.simulator.stage.Answer;
import io.sekisho.simulator.stage.Script;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stage.Voice;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Body.OrderMoved;
import io.sekisho.simulator.stream.Body.PaymentMoved;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.Order;
import io.sekisho.simulator.stream.Payment;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Ids;

/**
 * The shop's till: an order, its payment, and what follows. Honest customers and attackers pass the same till, so that
 * nothing in its workings tells them apart.
 */
public final class Checkout {
    private final Voice voice;
    private final Dice dice;
    private final Ids ids;
    private final Fulfilment fulfilment;

    public Checkout(Voice voice, Dice dice, Redeeming redeeming) {
        this.voice = voice;
        this.dice = dice;
        ids = voice.ids();
        fulfilment = new Fulfilment(voice, dice, redeeming);
    }

    /** What the payment provider answers. */
    public enum Funds {
        SUFFICIENT,
        /** The first attempt fails and another one passes. */
        SECOND_ATTEMPT,
        LACKING
    }

    /** Places an order now; its consequences follow in their own time. */
    public Answer place(Stage stage, Connection connection, Order order, Funds funds) {
        Answer answer =
                voice.tell(stage, connection, new Body.OrderCreated(order)).answer();
        Script script = new Script();
        for (Payment payment : order.payments()) {
            script.then(dice.between(700, 3500), now -> pay(now, connection, order, payment, funds));
        }
        script.start(stage, stage.now());
        return answer;
    }

    private void pay(Stage stage, Connection connection, Order order, Payment payment, Funds funds) {
        if (payment.method().isBalance()) {
            String type = payment.method() == Payment.Method.POINTS ? "points.redeemed" : "gift_balance.spent";
            voice.tell(stage, connection, new Body.BalanceUsed(type, order.id(), payment.amount()));
            fulfilment.paid(stage, connection, order, payment);
            return;
        }
        if (!payment.method().isAuthorized()) {
            fulfilment.paidLater(stage, order, payment);
            return;
        }
        switch (funds) {
            case SUFFICIENT -> authorize(stage, connection, order, payment);
            case SECOND_ATTEMPT -> {
                decline(stage, connection, order, payment, "do_not_honor");
                Payment again = new Payment(ids.payment(), payment.method(), payment.amount(), payment.card());
                long pause = dice.between(15 * Calendar.SECOND, 2 * Calendar.MINUTE);
                stage.after(pause, now -> authorize(now, connection, order, again));
            }
            case LACKING -> {
                decline(stage, connection, order, payment, "insufficient_funds");
                stage.after(
                        dice.between(2 * Calendar.SECOND, 20 * Calendar.MINUTE),
                        now -> voice.tell(
                                now, new OrderMoved("order.cancelled", order.id(), "system", "payment_failed")));
            }
        }
    }

    private void authorize(Stage stage, Connection connection, Order order, Payment payment) {
        voice.tell(stage, connection, new PaymentMoved("payment.authorized", order.id(), payment, null));
        fulfilment.authorized(stage, connection, order, payment);
    }

    private void decline(Stage stage, Connection connection, Order order, Payment payment, String category) {
        voice.tell(stage, connection, new PaymentMoved("payment.declined", order.id(), payment, category));
    }
}
