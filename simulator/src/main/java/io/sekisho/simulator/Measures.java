package io.sekisho.simulator;

import io.sekisho.simulator.SimulationStats.Bounds;
import io.sekisho.simulator.SimulationStats.Figure;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Label;
import io.sekisho.simulator.stream.ShopEvent;
import io.sekisho.simulator.world.Calendar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures a stream as it passes, knowing of each event only what is written and whether an attacker caused it.
 *
 * <p>Memory goes with the accounts and what each of them uses.
 */
final class Measures {
    private final SimulationPlan plan;
    private final Map<String, Long> eventsByType = new TreeMap<>();
    private final Map<String, AccountTally> accounts = new HashMap<>();
    private final Map<String, Set<String>> accountsByAddress = new HashMap<>();
    private final Map<String, Integer> trappedOrders = new TreeMap<>();
    private final Map<String, Integer> trappedAccounts = new TreeMap<>();
    private long events;
    private long pastEvents;
    private int attackedAccounts;
    private int attackOrders;
    private long stolen;

    Measures(SimulationPlan plan) {
        this.plan = plan;
    }

    void see(ShopEvent event) {
        events++;
        eventsByType.merge(event.type(), 1L, Long::sum);
        if (event.time() < Calendar.DAY_ONE) {
            pastEvents++;
        }
        if (event.isHonest()) {
            account(event.context().account()).see(event);
            countAddress(event);
        } else if (event.body() instanceof Body.OrderCreated) {
            attackOrders++;
        }
    }

    void see(Label label) {
        switch (label.truth()) {
            case Label.Truth.Takeover _ -> {
                Long value = label.value();
                if (label.kind().equals("account") && value != null) {
                    attackedAccounts++;
                    stolen += value;
                }
            }
            case Label.Truth.Trapped(String trap) -> {
                boolean order = label.kind().equals("order");
                (order ? trappedOrders : trappedAccounts).merge(trap, 1, Integer::sum);
                if (!order) {
                    account(label.about()).leaveOut();
                }
            }
        }
    }

    private AccountTally account(String account) {
        return accounts.computeIfAbsent(account, key -> new AccountTally());
    }

    private void countAddress(ShopEvent event) {
        var connection = event.context().connection();
        if (connection != null && event.time() >= Calendar.DAY_ONE) {
            accountsByAddress
                    .computeIfAbsent(connection.ip(), key -> new HashSet<>(2))
                    .add(event.context().account());
        }
    }

    SimulationStats stats() {
        Tally sum = new Tally();
        accounts.values().forEach(account -> account.addTo(sum));
        double accountMonths = plan.accounts() * (plan.days() / 30.0);
        double ordinary = sum.accounts * (plan.days() / 30.0);
        List<Figure> figures = new ArrayList<>();
        figures.add(plain("events", (double) events));
        figures.add(figure("events in 30 days per account", (double) (events - pastEvents) / accountMonths, 18, 40));
        figures.add(figure("events before day 1 per account", (double) pastEvents / plan.accounts(), 8, 15));
        figures.add(figure("orders in 30 days per account", sum.orders / ordinary, 2, 3));
        figures.add(figure("logins in 30 days per account", sum.logins / ordinary, 5, 8));
        figures.add(figure("new-device logins in 30 days per account", sum.newDeviceLogins / ordinary, 0.1, 0.35));
        shares(figures, sum);
        figures.add(plain("most accounts behind one address", mostBehindOneAddress()));
        figures.add(plain("attacked accounts", attackedAccounts));
        figures.add(plain("attackers' orders", attackOrders));
        figures.add(plain("stolen yen", (double) stolen));
        trappedAccounts.forEach((trap, count) -> figures.add(plain(trap + " accounts", count)));
        trappedOrders.forEach((trap, count) -> figures.add(plain(trap + " orders", count)));
        return new SimulationStats(figures, eventsByType);
    }

    private static void shares(List<Figure> figures, Tally sum) {
        figures.add(share("gift orders of orders", sum.gifts, sum.orders, 0.05, 0.10));
        figures.add(share("to a new recipient of gift orders", sum.newRecipients, sum.gifts, 0.25, 0.35));
        figures.add(share("first gift order ever of gift orders", sum.firstGifts, sum.gifts, 0.02, 0.2));
        figures.add(share("with several codes of gift occasions", sum.severalCodes, sum.giftOccasions, 0.02, 0.06));
        figures.add(share("from a device younger than a day of orders", sum.youngDevice, sum.orders, 0.06, 0.10));
        figures.add(share("from such a device of gift orders", sum.giftsFromYoungDevice, sum.gifts, 0.03, 0.13));
        figures.add(share(
                "first gift, new recipient, such a device, of gift orders", sum.suspicious, sum.gifts, 0.0, 0.04));
        figures.add(share("at 0 to 5 h of orders", sum.night, sum.orders, 0.09, 0.15));
        figures.add(share("hidden of orders", sum.hidden, sum.orders, 0.005, 0.015));
        figures.add(share("declined of payment attempts", sum.declined, sum.attempts, 0.01, 0.05));
        figures.add(share("refunded of orders", sum.refunded, sum.orders, 0.001, 0.03));
        figures.add(share("failed of login attempts", sum.failedLogins, sum.logins + sum.failedLogins, 0.03, 0.13));
        figures.add(share("redeemed of codes issued", sum.redeemed, sum.issued, 0.5, 0.95));
    }

    private int mostBehindOneAddress() {
        return accountsByAddress.values().stream().mapToInt(Set::size).max().orElse(0);
    }

    private static Figure plain(String name, double value) {
        return new Figure(name, value, 0, null);
    }

    private static Figure figure(String name, double value, double low, double high) {
        return new Figure(name, value, 0, new Bounds(low, high));
    }

    private static Figure share(String name, long part, long whole, double low, double high) {
        double share = whole == 0 ? 0 : (double) part / whole;
        double margin = whole == 0 ? 1 : 2 * Math.sqrt(share * (1 - share) / whole);
        return new Figure(name, share, margin, new Bounds(low, high));
    }
}
