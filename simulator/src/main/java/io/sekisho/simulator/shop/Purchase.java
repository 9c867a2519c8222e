package io.sekisho.simulator.shop;

import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stream.Item;
import io.sekisho.simulator.stream.Label;
import io.sekisho.simulator.stream.Order;
import io.sekisho.simulator.stream.Payment;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import java.util.ArrayList;
import java.util.List;

/** How one customer buys: goods, and gifts for one person or, on occasion, for several. */
final class Purchase {
    private static final double DECLINED = 0.03;

    /** Part of the gift occasions on which more than one code is bought. */
    private static final double SEVERAL = 0.042;

    private static final double SEVERAL_ON_FRESH = 0.004;
    private static final double IN_ONE_ORDER = 0.65;

    private final Customer customer;
    private final Dice dice;
    private final Checkout checkout;
    private final Hiding hiding;

    Purchase(Customer customer, Hiding hiding) {
        this.customer = customer;
        this.hiding = hiding;
        dice = customer.dice();
        checkout = new Checkout(customer.voice(), dice, new Leisurely());
    }

    /** Adds to a visit the buying of goods. */
    void goods(Visit visit) {
        List<Item> items = Shelf.goods(customer.manner().priceLevel(), dice);
        visit.script().then(untilPressed(), now -> {
            long amount = amount(items);
            place(now, visit, items, customer.wallet().payForGoods(amount, dice, customer.ids()));
        });
    }

    /** Adds to a visit the buying of a gift, or of several. */
    void gifts(Visit visit) {
        Recipients recipients = customer.has().recipients();
        if (!dice.chance(visit.usual() ? SEVERAL : SEVERAL_ON_FRESH)) {
            int quantity = 1;
            gift(visit, untilPressed(), List.of(Shelf.gift(recipients.choose(dice), quantity, dice)));
            return;
        }
        int codes = dice.chance(0.7) ? 2 : 3;
        if (!dice.chance(IN_ONE_ORDER)) {
            for (int i = 0; i < codes; i++) {
                long pause = i == 0 ? untilPressed() : dice.logUniform(Calendar.MINUTE, 20 * Calendar.MINUTE);
                gift(visit, pause, List.of(Shelf.gift(recipients.choose(dice), 1, dice)));
            }
            return;
        }
        gift(visit, untilPressed(), severalIn(codes, recipients));
    }

    private List<Item> severalIn(int codes, Recipients recipients) {
        if (dice.chance(0.4)) {
            return List.of(Shelf.gift(recipients.choose(dice), codes, dice));
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < codes; i++) {
            items.add(Shelf.gift(recipients.choose(dice), 1, dice));
        }
        return items;
    }

    private void gift(Visit visit, long pause, List<Item> items) {
        visit.script().then(pause, now -> {
            long amount = amount(items);
            place(now, visit, items, customer.wallet().payForGifts(amount, dice, customer.ids()));
        });
    }

    private long untilPressed() {
        return dice.logUniform(30 * Calendar.SECOND, 9 * Calendar.MINUTE);
    }

    private static long amount(List<Item> items) {
        return items.stream().mapToLong(Item::amount).sum();
    }

    private void place(Stage stage, Visit visit, List<Item> items, List<Payment> payments) {
        boolean parcel = items.stream().anyMatch(Shelf::isDelivered);
        Order order = new Order(customer.ids().order(), items, payments, parcel ? customer.home() : null);
        checkout.place(stage, visit.connection(), order, funds());
        label(stage, visit, order);
        hiding.consider(stage, visit, order.id());
    }

    private Checkout.Funds funds() {
        if (!dice.chance(DECLINED)) {
            return Checkout.Funds.SUFFICIENT;
        }
        return dice.chance(0.65) ? Checkout.Funds.SECOND_ATTEMPT : Checkout.Funds.LACKING;
    }

    private void label(Stage stage, Visit visit, Order order) {
        Mark mark = customer.mark();
        if (mark != null && mark.covers(order, visit.connection())) {
            stage.label(Label.trapped("order", order.id(), mark.trap()));
        }
    }
}
