package io.sekisho.simulator.trap;

import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.shop.Mark;
import io.sekisho.simulator.shop.Profile;
import io.sekisho.simulator.shop.Shopper;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.Order;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;

/** T10: the first gift card ever of a customer of ten years, bought with the usual device. */
final class FirstGift implements Trap {
    private static final long TEN_YEARS = 3653 * Calendar.DAY;
    private static final long TWELVE_YEARS = 4383 * Calendar.DAY;

    @Override
    public String id() {
        return "T10";
    }

    @Override
    public String summary() {
        return "customers of ten years and more who buy their first gift card, with their usual device";
    }

    @Override
    public double share() {
        return 0.1;
    }

    @Override
    public Profile alter(Profile drawn, Dice dice) {
        return drawn.oldWithoutGifts(Calendar.DAY_ONE - dice.between(TEN_YEARS, TWELVE_YEARS));
    }

    @Override
    public void mark(Customer customer, Around around) {
        customer.mark(new GiftOrders());
    }

    @Override
    public void play(Stage stage, Shopper shopper, int days, Dice dice) {
        stage.at(shopper.usualMoment(dice.below(days), dice), shopper::buyGift);
    }

    /** Counts gift orders: such a customer gives on one occasion only. */
    private record GiftOrders() implements Mark {
        @Override
        public String trap() {
            return "T10";
        }

        @Override
        public boolean covers(Order order, Connection connection) {
            return order.isGift();
        }
    }
}
