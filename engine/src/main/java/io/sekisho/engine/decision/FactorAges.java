package io.sekisho.engine.decision;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.state.LongTable;
import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * When each account's factors and contacts were last changed: what was changed lately may belong to an attacker and
 * clears nothing. Owned by one thread.
 */
final class FactorAges {

    static final List<String> METHODS = List.of("sms", "totp", "app", "passkey", "email", "callback", "3ds");

    /** What is enrolled so soon after the account was made belongs to whoever made it. */
    private static final long ENROLMENT_MILLIS = Duration.ofHours(1).toMillis();

    private static final int COLUMNS = METHODS.size() + 1;
    private static final int CREATED = METHODS.size();

    private final LongTable accounts;
    private long[] changedMillis;

    FactorAges() {
        this(new LongTable(), new long[COLUMNS * 64]);
    }

    private FactorAges(LongTable accounts, long[] changedMillis) {
        this.accounts = accounts;
        this.changedMillis = changedMillis;
    }

    void observe(int account, Event event) {
        switch (event.type()) {
            case ACCOUNT_CREATED -> change(account, CREATED, event.timeMillis());
            case CREDENTIAL_ADDED -> {
                String method = ((Detail.Credential) event.detail()).method();
                changeFactors(account, List.of(method), event.timeMillis());
            }
            case ACCOUNT_PHONE_CHANGED -> changeFactors(account, List.of("sms", "callback"), event.timeMillis());
            case ACCOUNT_EMAIL_CHANGED -> changeFactors(account, List.of("email"), event.timeMillis());
            default -> {}
        }
    }

    static boolean concerns(EventType type) {
        return switch (type) {
            case ACCOUNT_CREATED, CREDENTIAL_ADDED, ACCOUNT_PHONE_CHANGED, ACCOUNT_EMAIL_CHANGED -> true;
            default -> false;
        };
    }

    /** Those of the methods whose factor is at least as old as its cooling-off time, or was never seen to change. */
    List<String> trusted(List<String> methods, int account, long millis, Map<String, Long> coolingOffMillis) {
        int slot = accounts.find(account);
        return methods.stream()
                .filter(method -> slot == LongTable.NONE
                        || isTrusted(slot, method, millis, coolingOffMillis.getOrDefault(method, 0L)))
                .toList();
    }

    void writeTo(StateSink sink) {
        accounts.writeTo(sink);
        sink.putLongs(changedMillis, 0, accounts.size() * COLUMNS);
    }

    static FactorAges readFrom(StateSource source) {
        LongTable accounts = LongTable.readFrom(source);
        long[] changed = new long[Math.max(64, accounts.size()) * COLUMNS];
        source.takeLongs(changed, 0, accounts.size() * COLUMNS);
        return new FactorAges(accounts, changed);
    }

    private boolean isTrusted(int slot, String method, long millis, long coolingOffMillis) {
        int column = METHODS.indexOf(method);
        long changed = column < 0 ? Long.MIN_VALUE : changedMillis[slot * COLUMNS + column];
        return changed == Long.MIN_VALUE || millis - changed >= coolingOffMillis;
    }

    private void changeFactors(int account, List<String> methods, long millis) {
        int slot = accounts.find(account);
        long created = slot == LongTable.NONE ? Long.MIN_VALUE : changedMillis[slot * COLUMNS + CREATED];
        if (created != Long.MIN_VALUE && millis - created <= ENROLMENT_MILLIS) {
            return;
        }
        for (String method : methods) {
            int column = METHODS.indexOf(method);
            if (column >= 0) {
                change(account, column, millis);
            }
        }
    }

    private void change(int account, int column, long millis) {
        int known = accounts.size();
        int slot = accounts.of(account);
        if (slot == known) {
            ensureCapacity(known + 1);
            Arrays.fill(changedMillis, slot * COLUMNS, (slot + 1) * COLUMNS, Long.MIN_VALUE);
        }
        int place = slot * COLUMNS + column;
        changedMillis[place] = Math.max(changedMillis[place], millis);
    }

    private void ensureCapacity(int wanted) {
        if (wanted * COLUMNS > changedMillis.length) {
            changedMillis = Arrays.copyOf(changedMillis, changedMillis.length * 2);
        }
    }
}
