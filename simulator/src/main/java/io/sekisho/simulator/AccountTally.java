package io.sekisho.simulator;

import io.sekisho.simulator.stream.AccountPast;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.Item;
import io.sekisho.simulator.stream.Order;
import io.sekisho.simulator.stream.ShopEvent;
import io.sekisho.simulator.world.Calendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one account's honest events show, and what must be remembered of it to tell new from known. */
final class AccountTally {
    private static final long OCCASION = Calendar.HOUR;

    private final Tally tally = new Tally();
    private final Map<String, Long> devices = new HashMap<>(4);
    private final Set<String> recipients = new HashSet<>(4);
    private boolean leftOut;
    private boolean gaveBefore;
    private long lastGift = Long.MIN_VALUE / 2;
    private boolean severalCounted;

    /** Leaves the account out of the shares: it is in a trap. */
    void leaveOut() {
        leftOut = true;
    }

    void addTo(Tally sum) {
        if (!leftOut) {
            sum.add(tally);
        }
    }

    void see(ShopEvent event) {
        Connection connection = event.context().connection();
        boolean known =
                connection != null && devices.containsKey(connection.client().device());
        if (connection != null) {
            devices.putIfAbsent(connection.client().device(), event.time());
        }
        boolean counted = event.time() >= Calendar.DAY_ONE;
        if (event.body() instanceof Body.OrderCreated(Order order) && connection != null) {
            see(order, event, connection, counted);
        } else if (counted) {
            count(event, known);
        }
    }

    private void count(ShopEvent event, boolean knownDevice) {
        switch (event.type()) {
            case "login.succeeded" -> {
                tally.logins++;
                tally.newDeviceLogins += knownDevice ? 0 : 1;
            }
            case "login.failed" -> tally.failedLogins++;
            case "order.visibility_changed" -> tally.hidden++;
            case "payment.authorized" -> tally.attempts++;
            case "payment.declined" -> {
                tally.attempts++;
                tally.declined++;
            }
            case "payment.refunded" -> tally.refunded++;
            case "gift_code.issued" -> tally.issued++;
            case "gift_code.redeemed" -> tally.redeemed++;
            default -> {}
        }
    }

    private void see(Order order, ShopEvent event, Connection connection, boolean counted) {
        AccountPast past = event.context().past();
        gaveBefore |= past != null && past.giftOrdersBefore() > 0;
        boolean young = event.time() - devices.getOrDefault(connection.client().device(), event.time()) < Calendar.DAY;
        if (counted) {
            tally.orders++;
            tally.youngDevice += young ? 1 : 0;
            tally.night += Calendar.hourOf(event.time()) < 5 ? 1 : 0;
        }
        if (order.isGift()) {
            seeGift(order, event.time(), young, counted);
        }
    }

    private void seeGift(Order order, long time, boolean young, boolean counted) {
        boolean newRecipient = recipients.addAll(recipients(order));
        boolean first = !gaveBefore;
        gaveBefore = true;
        if (!counted) {
            return;
        }
        tally.gifts++;
        tally.newRecipients += newRecipient ? 1 : 0;
        tally.firstGifts += first ? 1 : 0;
        tally.giftsFromYoungDevice += young ? 1 : 0;
        tally.suspicious += first && newRecipient && young ? 1 : 0;
        countOccasion(order, time);
    }

    private void countOccasion(Order order, long time) {
        boolean goesOn = time - lastGift <= OCCASION;
        lastGift = time;
        if (!goesOn) {
            tally.giftOccasions++;
            severalCounted = false;
        }
        int codes = order.items().stream().mapToInt(Item::quantity).sum();
        if (!severalCounted && (goesOn || codes > 1)) {
            tally.severalCodes++;
            severalCounted = true;
        }
    }

    private static Set<@Nullable String> recipients(Order order) {
        return order.items().stream()
                .map(Item::recipient)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
