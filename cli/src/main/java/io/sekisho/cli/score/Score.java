package io.sekisho.cli.score;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What decisions were worth.
 *
 * @param attacks by scenario and variant; the first of each scenario has the variant {@link #ALL}
 * @param honest the groups of honest orders
 * @param types decisions about honest events, by event type
 * @param detection null where every attack belongs to a scenario
 */
public record Score(
        Inputs inputs,
        List<Attack> attacks,
        List<Friction> honest,
        Notices notices,
        List<Friction> types,
        List<Trap> traps,
        @Nullable Detection detection) {

    /** All variants, or all scenarios, together. */
    public static final String ALL = "all";

    public Score {
        attacks = List.copyOf(attacks);
        honest = List.copyOf(honest);
        types = List.copyOf(types);
        traps = List.copyOf(traps);
    }

    /**
     * What was read.
     *
     * @param undecidedOrders orders without a decision; they count as let through
     * @param fromMillis time of the first event; 0 where there is none
     * @param isUnlabelledHonest whether what has no label counts as honest
     */
    public record Inputs(
            long events,
            long repeatedEvents,
            long decisions,
            long repeatedDecisions,
            long unknownDecisions,
            long labels,
            long unmatchedLabels,
            long undecidedOrders,
            long fromMillis,
            long toMillis,
            boolean isUnlabelledHonest) {}

    /**
     * What became of a scenario's attacks.
     *
     * @param cases accounts
     * @param stopped orders with something at stake
     * @param probes orders that only try whether an order goes through; stopped ones are hits
     * @param accountsByCodesLost how many accounts lost so many codes
     */
    public record Attack(
            String scenario,
            String variant,
            long cases,
            Rate stopped,
            List<Stake> stakes,
            Rate probes,
            SortedMap<Long, Long> accountsByCodesLost,
            NoticeDelay delay) {
        public Attack {
            stakes = List.copyOf(stakes);
            accountsByCodesLost = Collections.unmodifiableSortedMap(new TreeMap<>(accountsByCodesLost));
        }

        public long codesLost() {
            return accountsByCodesLost.entrySet().stream()
                    .mapToLong(entry -> entry.getKey() * entry.getValue())
                    .sum();
        }

        public long mostCodesLost() {
            return accountsByCodesLost.isEmpty() ? 0 : accountsByCodesLost.lastKey();
        }
    }

    /** Stored value of one currency, in minor units. */
    public record Stake(String currency, long stopped, long lost) {}

    /**
     * From an account's first attack event to its first notice, in event time; nearest ranks, in milliseconds.
     *
     * @param measured accounts with both
     * @param missing accounts that were attacked and never told
     * @param withoutAttackEvent accounts that only their own label calls attacked, so that nothing can be measured
     */
    public record NoticeDelay(
            long measured, long medianMillis, long p95Millis, long maxMillis, long missing, long withoutAttackEvent) {}

    /** What decisions asked of honest customers. */
    public record Friction(String group, Rate challenged, Rate held, Rate denied, Rate notified) {
        public long of() {
            return challenged.of();
        }

        /** Those that were not simply allowed. */
        Rate disturbed() {
            return new Rate(challenged.hits() + held.hits() + denied.hits(), of());
        }
    }

    /**
     * Notices to accounts that were never attacked.
     *
     * @param accounts those with at least one notice, of all
     * @param perAccountMonth mean number of notices in 30 days
     */
    public record Notices(Rate accounts, long notices, double perAccountMonth) {}

    /**
     * A trap for rules that are too strict.
     *
     * @param orders orders in it
     * @param decisions all decisions in it
     */
    record Trap(String trap, long accounts, Friction orders, Friction giftOrders, Friction decisions) {}

    /**
     * How well flagging (any outcome but allow) finds labelled fraud.
     *
     * @param undecided labelled events without a decision; they count as not flagged
     */
    record Detection(Found count, List<FoundAmount> amounts, long undecided) {
        Detection {
            amounts = List.copyOf(amounts);
        }
    }

    /** Fraud found and missed, honest flagged and passed: numbers of events, or minor units of a currency. */
    record Found(long fraudFlagged, long fraudMissed, long honestFlagged, long honestPassed) {

        Rate precision() {
            return new Rate(fraudFlagged, fraudFlagged + honestFlagged);
        }

        Rate recall() {
            return new Rate(fraudFlagged, fraudFlagged + fraudMissed);
        }
    }

    record FoundAmount(String currency, Found minorUnits) {}
}
