package io.sekisho.simulator.incident;

import io.sekisho.simulator.world.Calendar;
import java.util.Locale;
import java.util.Optional;

/** What follows an order, and how long after it. */
enum Follow {
    AUTHORIZED("payment.authorized", 2 * Calendar.SECOND),
    DECLINED("payment.declined", 2 * Calendar.SECOND),
    CAPTURED("payment.captured", 4 * Calendar.SECOND),
    LOADED("gift_balance.loaded", 6 * Calendar.SECOND),
    ISSUED("gift_code.issued", 15 * Calendar.SECOND),
    DELIVERED("gift_code.delivered", 25 * Calendar.SECOND),
    SETTLED("payment.settled", Calendar.DAY);

    private final String type;
    private final long afterMillis;

    Follow(String type, long afterMillis) {
        this.type = type;
        this.afterMillis = afterMillis;
    }

    String type() {
        return type;
    }

    long afterMillis() {
        return afterMillis;
    }

    boolean isPayment() {
        return type.startsWith("payment.");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Follow> named(String word) {
        for (Follow follow : values()) {
            if (follow.word().equals(word)) {
                return Optional.of(follow);
            }
        }
        return Optional.empty();
    }
}
