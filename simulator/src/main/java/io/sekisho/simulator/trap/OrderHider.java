package io.sekisho.simulator.trap;

import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.shop.Mark;
import io.sekisho.simulator.shop.Profile;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.Order;
import io.sekisho.simulator.world.Dice;

/** T09: owners who hide their own orders, for privacy or for a surprise, with their usual device. */
final class OrderHider implements Trap {
    private static final double HIDES = 0.55;
    private static final double GIVES = 0.2;

    @Override
    public String id() {
        return "T09";
    }

    @Override
    public String summary() {
        return "owners who hide most of their orders from their usual device, gifts among them";
    }

    @Override
    public double share() {
        return 0.1;
    }

    @Override
    public Profile alter(Profile drawn, Dice dice) {
        return drawn.hiding(HIDES, GIVES);
    }

    @Override
    public void mark(Customer customer, Around around) {
        customer.mark(new EveryOrder());
    }

    /** Counts every order: the habit colours the account, not the single order. */
    private record EveryOrder() implements Mark {
        @Override
        public String trap() {
            return "T09";
        }

        @Override
        public boolean covers(Order order, Connection connection) {
            return true;
        }
    }
}
