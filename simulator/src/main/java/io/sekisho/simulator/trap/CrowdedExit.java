package io.sekisho.simulator.trap;

import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.shop.Mark;
import io.sekisho.simulator.shop.Profile;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.Order;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Network;

/** T05: many hundreds of accounts behind the same carrier's or company's address. */
final class CrowdedExit implements Trap {
    /** Accounts behind one exit, where there are that many. */
    private static final int PER_EXIT = 2000;

    @Override
    public String id() {
        return "T05";
    }

    @Override
    public String summary() {
        return "hundreds to thousands of accounts behind one address of a mobile carrier or a company";
    }

    @Override
    public double share() {
        return 0.4;
    }

    @Override
    public Profile alter(Profile drawn, Dice dice) {
        return drawn;
    }

    @Override
    public void mark(Customer customer, Around around) {
        int exits = Math.max(1, around.accounts() / PER_EXIT);
        int exit = customer.number() / 3 % exits;
        Network network = customer.number() % 3 < 2
                ? around.networks().crowdedMobile(exit)
                : around.networks().crowdedOffice(exit);
        customer.crowd(network);
        customer.mark(new Behind(network.address(Calendar.DAY_ONE, new Dice(0))));
    }

    /** Counts what is ordered from the crowded address. */
    private record Behind(String address) implements Mark {
        @Override
        public String trap() {
            return "T05";
        }

        @Override
        public boolean covers(Order order, Connection connection) {
            return connection.ip().equals(address);
        }
    }
}
