package io.sekisho.cli.score;

import java.util.HashSet;
import java.util.Set;

/** Counts what decisions were in one trap. */
final class TrapCount {

    private final Set<Account> accounts = new HashSet<>();
    private final FrictionCount orders = new FrictionCount();
    private final FrictionCount giftOrders = new FrictionCount();
    private final FrictionCount decisions = new FrictionCount();

    void account(Account account) {
        accounts.add(account);
    }

    void event(SeenEvent event) {
        PlacedOrder order = event.order;
        if (event.createsOrder()) {
            orders.add(event);
            if (order != null && order.hasGift()) {
                giftOrders.add(event);
            }
        }
        if (event.outcome != null) {
            decisions.add(event);
        }
    }

    Score.Trap trap(String name) {
        return new Score.Trap(
                name,
                accounts.size(),
                orders.friction("orders"),
                giftOrders.friction("gift orders"),
                decisions.friction("all decisions"));
    }
}
