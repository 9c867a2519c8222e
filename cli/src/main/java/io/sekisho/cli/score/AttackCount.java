package io.sekisho.cli.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what became of the attacks of one scenario and variant. */
final class AttackCount {

    private final Set<Account> accounts = new LinkedHashSet<>();
    private final Map<Account, Long> codesLost = new HashMap<>();
    private final SortedMap<String, long[]> stakes = new TreeMap<>();
    private long orders;
    private long ordersStopped;
    private long probes;
    private long probesStopped;

    void account(Account account) {
        accounts.add(account);
    }

    void order(PlacedOrder order) {
        Account account = order.created.account;
        if (account != null) {
            accounts.add(account);
        }
        Amount stake = order.stake;
        if (stake == null) {
            probes++;
            probesStopped += order.isWhollyStopped() ? 1 : 0;
            return;
        }
        orders++;
        ordersStopped += order.isWhollyStopped() ? 1 : 0;
        long[] stoppedAndLost = stakes.computeIfAbsent(stake.currency(), currency -> new long[2]);
        stoppedAndLost[0] += stake.value() - order.lost();
        stoppedAndLost[1] += order.lost();
        if (account != null) {
            codesLost.merge(account, order.codesLost(), Long::sum);
        }
    }

    Score.Attack attack(String scenario, String variant) {
        List<Score.Stake> byCurrency = new ArrayList<>();
        stakes.forEach((currency, sums) -> byCurrency.add(new Score.Stake(currency, sums[0], sums[1])));
        SortedMap<Long, Long> accountsByCodes = new TreeMap<>();
        for (Account account : accounts) {
            accountsByCodes.merge(codesLost.getOrDefault(account, 0L), 1L, Long::sum);
        }
        return new Score.Attack(
                scenario,
                variant,
                accounts.size(),
                new Rate(ordersStopped, orders),
                byCurrency,
                new Rate(probesStopped, probes),
                accountsByCodes,
                delay());
    }

    private Score.NoticeDelay delay() {
        List<Long> delays = new ArrayList<>();
        long missing = 0;
        long withoutEvent = 0;
        for (Account account : accounts) {
            if (account.firstAttackMillis == Account.NEVER) {
                withoutEvent++;
            } else if (account.firstNoticeMillis == Account.NEVER) {
                missing++;
            } else {
                delays.add(account.firstNoticeMillis - account.firstAttackMillis);
            }
        }
        Collections.sort(delays);
        return new Score.NoticeDelay(
                delays.size(), rank(delays, 50), rank(delays, 95), rank(delays, 100), missing, withoutEvent);
    }

    /** The nearest-rank percentile; 0 of nothing. */
    private static long rank(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) (((long) sorted.size() * percent + 99) / 100);
        return sorted.get(rank - 1);
    }
}
