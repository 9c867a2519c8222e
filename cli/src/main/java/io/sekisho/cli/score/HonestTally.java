package io.sekisho.cli.score;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was asked of honest customers. */
final class HonestTally {

    private static final double MONTH_MILLIS = 30.0 * 24 * 60 * 60 * 1000;

    private final EventBook events;
    private final FrictionCount orders = new FrictionCount();
    private final FrictionCount giftOrders = new FrictionCount();
    private final FrictionCount fromKnownDevices = new FrictionCount();
    private final FrictionCount afterAttack = new FrictionCount();
    private final Map<String, FrictionCount> types = new TreeMap<>();
    private final Map<String, TrapCount> traps = new TreeMap<>();
    private long accounts;
    private long accountsNotified;
    private long notices;

    HonestTally(EventBook events) {
        this.events = events;
    }

    void account(Account account) {
        String trap = account.label == null ? "" : account.label.trap();
        if (!trap.isEmpty()) {
            trap(trap).account(account);
        }
        if (!account.isAttacked()) {
            accounts++;
            accountsNotified += account.notices > 0 ? 1 : 0;
            notices += account.notices;
        }
    }

    void event(SeenEvent event) {
        if (event.outcome != null && !isReport(event.type)) {
            types.computeIfAbsent(event.type, type -> new FrictionCount()).add(event);
        }
        PlacedOrder order = event.order;
        if (order != null && event.createsOrder()) {
            order(event, order);
        }
        String trap = trapOf(event);
        if (!trap.isEmpty()) {
            trap(trap).event(event);
            if (event.account != null) {
                trap(trap).account(event.account);
            }
        }
    }

    /** Who reports a takeover is not disturbed by a strict decision about it: he asked for it. */
    private static boolean isReport(String type) {
        return EventType.named(type)
                .map(EventType::family)
                .filter(family -> family == Family.SECURITY_NOTIFICATION || family == Family.SUPPORT)
                .isPresent();
    }

    private void order(SeenEvent event, PlacedOrder order) {
        orders.add(event);
        if (order.hasGift()) {
            giftOrders.add(event);
        }
        if (events.isFromKnownDevice(order)) {
            fromKnownDevices.add(event);
        }
        Account account = event.account;
        if (account != null && event.timeMillis >= account.firstAttackMillis) {
            afterAttack.add(event);
        }
    }

    private static String trapOf(SeenEvent event) {
        if (event.label != null && !event.label.trap().isEmpty()) {
            return event.label.trap();
        }
        Account account = event.account;
        return account == null || account.label == null ? "" : account.label.trap();
    }

    private TrapCount trap(String name) {
        return traps.computeIfAbsent(name, trap -> new TrapCount());
    }

    List<Score.Friction> groups() {
        return List.of(
                orders.friction("orders"),
                giftOrders.friction("gift orders"),
                fromKnownDevices.friction("orders from known devices"),
                afterAttack.friction("orders of owners after an attack"));
    }

    List<Score.Friction> types() {
        List<Score.Friction> byType = new ArrayList<>();
        types.forEach((type, count) -> byType.add(count.friction(type)));
        return byType;
    }

    List<Score.Trap> traps() {
        List<Score.Trap> byTrap = new ArrayList<>();
        traps.forEach((trap, count) -> byTrap.add(count.trap(trap)));
        return byTrap;
    }

    Score.Notices notices(long spanMillis) {
        double months = spanMillis / MONTH_MILLIS;
        double perMonth = accounts == 0 || months == 0 ? 0 : notices / (accounts * months);
        return new Score.Notices(new Rate(accountsNotified, accounts), notices, perMonth);
    }
}
