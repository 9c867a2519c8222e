package io.sekisho.engine.testkit;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.event.Payment;
import io.sekisho.engine.event.Recipient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A seeded stream of events that has everything a window can stumble over: ties, late events, keys that are missing,
 * doubled or written differently, money in several currencies and values of the wrong kind.
 */
public final class RandomShop {

    /**
     * How fast time goes by and how many share it.
     *
     * @param quantumMillis times are multiples of it, so that events tie and stand exactly on the ends of windows
     */
    public record Pace(String name, int events, long quantumMillis, int mostQuanta, int accounts) {}

    /** Nothing happens for so long now and then: entries leave whose like has not come since. */
    private static final long MOST_QUIET_MILLIS = Duration.ofDays(300).toMillis();

    public static final long SKEW_MILLIS = 2_000;

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Random random;
    private final Pace pace;
    private long clock = EventDraft.EPOCH;
    private int number;

    public RandomShop(long seed, Pace pace) {
        this.random = new Random(seed);
        this.pace = pace;
    }

    public List<Event> events() {
        return Stream.generate(this::next).limit(pace.events()).toList();
    }

    public Event next() {
        if (!chance(10)) {
            clock += pace.quantumMillis() * (1 + random.nextInt(pace.mostQuanta()));
        }
        if (random.nextInt(200) == 0) {
            clock += random.nextLong(MOST_QUIET_MILLIS);
        }
        EventDraft draft =
                ofSomeType().id("e" + number++).at(clock - lateness()).receivedAt(clock);
        int account = random.nextInt(pace.accounts());
        draft.account(chance(90) ? "a" + account : null)
                .device(chance(80) ? "d" + random.nextInt(8) : null)
                .session(chance(70) ? "s" + random.nextInt(40) : null)
                .ip(chance(80) ? any(Notation.IPS).written() : null)
                .with("channel", any(List.of("web", "web", "app", "")))
                .with("rtt_millis", chance(80) ? (long) random.nextInt(200) : null)
                .with("breached_password", chance(30) ? random.nextBoolean() : null)
                .with("points", chance(40) ? points() : null);
        // Accounts of odd numbers are never told of: they stay cold until they were watched for thirty days.
        if (account % 2 == 0 && chance(10)) {
            draft.past();
        }
        return draft.build();
    }

    private long lateness() {
        int kind = random.nextInt(100);
        if (kind < 78) {
            return 0;
        }
        if (kind < 86) {
            return any(List.of(1L, 500L, 1_999L, SKEW_MILLIS, SKEW_MILLIS + 1));
        }
        if (kind < 92) {
            return pace.quantumMillis() * random.nextInt(50);
        }
        if (kind < 96) {
            return random.nextLong(3 * DAY);
        }
        return kind < 99 ? random.nextLong(180 * DAY + 1) : 181 * DAY + random.nextLong(400 * DAY);
    }

    private EventDraft ofSomeType() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> EventDraft.event("login.succeeded");
            case 2, 3, 4 ->
                EventDraft.event("order.created")
                        .order("o" + number, chance(95) ? money() : null, many(3, this::item), many(3, this::payment));
            case 5 ->
                EventDraft.event("gift_code.issued")
                        .giftCode("c" + number, "o1", chance(80) ? money() : null, chance(70) ? recipient() : null);
            case 6 ->
                EventDraft.event("account.email_changed")
                        .email(chance(80) ? any(Notation.EMAILS).written() : null);
            default ->
                chance(50)
                        ? EventDraft.event("custom.visit")
                        : EventDraft.event("payment.declined").payment("p" + number, money(), token());
        };
    }

    private Item item() {
        String category = any(List.of("gift_code", "tea", "balance_topup", ""));
        Money amount = chance(90) ? money() : null;
        return new Item(null, category.isEmpty() ? null : category, 1L, amount, chance(50) ? recipient() : null);
    }

    private Recipient recipient() {
        String email = chance(60) ? any(Notation.EMAILS).written() : null;
        String phone = chance(40) ? any(Notation.PHONES).written() : null;
        String account = chance(60) ? "a" + random.nextInt(pace.accounts()) : null;
        return new Recipient(email, phone, account, null, null);
    }

    private Payment payment() {
        return chance(80)
                ? EventDraft.cardPayment("p" + number, token())
                : new Payment("p" + number, "points", null, null);
    }

    private String token() {
        return "tok" + random.nextInt(6);
    }

    private Money money() {
        long value = chance(3) ? any(List.of(0L, 10_000_000_000_000L, 10_000_000_000_001L)) : random.nextInt(20_000);
        return new Money(value, any(List.of("JPY", "JPY", "JPY", "USD")));
    }

    private Object points() {
        return any(List.of(
                (long) random.nextInt(50),
                random.nextInt(100) / 10.0 - 3,
                -0.0,
                0L,
                1e14,
                -3L,
                "many",
                true,
                List.of("a", 1L)));
    }

    private <T> List<T> many(int most, java.util.function.Supplier<T> one) {
        List<T> some = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            some.add(one.get());
        }
        return some;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
