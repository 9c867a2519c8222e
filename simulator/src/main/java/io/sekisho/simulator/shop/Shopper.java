package io.sekisho.simulator.shop;

import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Label;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;

/**
 * Lives the honest life of one customer: wakes at each midnight, decides how often to look into the shop that day and
 * when, and does so.
 */
public final class Shopper {
    /** How likely a visit with an order is made with a device never seen before. */
    private static final double FRESH_WHEN_ORDERING = 0.068;

    private static final double FRESH_WHEN_LOOKING = 0.02;

    private final Customer customer;
    private final Dice dice;
    private final Entrance entrance;
    private final Purchase purchase;
    private final Errands errands;

    public Shopper(Customer customer) {
        this.customer = customer;
        dice = customer.dice();
        entrance = new Entrance(customer);
        purchase = new Purchase(customer, new Hiding(customer, entrance));
        errands = new Errands(customer);
    }

    /** Enters the stage: with the past, and with every day from day 1 or from registration on. */
    public void enter(Stage stage) {
        new Past(customer).enter(stage);
        long registered = customer.profile().createdAt();
        if (registered < Calendar.DAY_ONE) {
            stage.at(Calendar.DAY_ONE, now -> wake(now, 0));
        } else {
            stage.at(registered, this::register);
        }
        Mark mark = customer.mark();
        if (mark != null) {
            stage.at(
                    Math.max(registered, Calendar.DAY_ONE),
                    now -> now.label(Label.trapped("account", customer.account(), mark.trap())));
        }
    }

    private void wake(Stage stage, int day) {
        double lively = Calendar.liveliness(day);
        int orders = dice.poisson(customer.profile().ordersPerDay() * lively);
        int looks = dice.poisson(customer.manner().looksPerDay() * Math.sqrt(lively));
        for (int i = 0; i < orders; i++) {
            stage.after(customer.manner().hours().moment(dice), this::shop);
        }
        for (int i = 0; i < looks; i++) {
            stage.after(customer.manner().hours().moment(dice), this::look);
        }
        stage.at(Calendar.startOf(day + 1), now -> wake(now, day + 1));
    }

    private void shop(Stage stage) {
        Visit visit = entrance.enter(stage, FRESH_WHEN_ORDERING);
        browse(visit, 0.3);
        errands.beforeOrder(visit);
        if (dice.chance(customer.profile().giftShare())) {
            purchase.gifts(visit);
        } else {
            purchase.goods(visit);
            if (dice.chance(0.04)) {
                purchase.goods(visit);
            }
        }
        visit.start(stage);
    }

    /** Comes in with a usual device to buy a gift card. */
    public void buyGift(Stage stage) {
        Visit visit = entrance.signInUsual(stage);
        browse(visit, 0.3);
        purchase.gifts(visit);
        visit.start(stage);
    }

    /** A moment of a day at which this customer is likely to be about; the caller's dice are drawn. */
    public long usualMoment(int day, Dice own) {
        return Calendar.startOf(day) + customer.manner().hours().moment(own);
    }

    private void look(Stage stage) {
        Visit visit = entrance.enter(stage, FRESH_WHEN_LOOKING);
        browse(visit, 0.16);
        errands.whileLooking(visit);
        visit.start(stage);
    }

    private void browse(Visit visit, double cartFilled) {
        if (dice.chance(cartFilled)) {
            Body cart = new Body.CartUpdated(Shelf.browsed(dice, null));
            visit.script()
                    .then(
                            dice.logUniform(20 * Calendar.SECOND, 8 * Calendar.MINUTE),
                            now -> customer.voice().tell(now, visit.connection(), cart));
        }
    }

    private void register(Stage stage) {
        Visit visit = entrance.register(stage);
        if (dice.chance(0.5)) {
            purchase.goods(visit);
        }
        visit.start(stage);
        int day = (int) ((stage.now() - Calendar.DAY_ONE) / Calendar.DAY);
        stage.at(Calendar.startOf(day + 1), now -> wake(now, day + 1));
    }
}
