package io.sekisho.server.projection.fold;

import static io.sekisho.server.projection.table.StoredText.id;

import io.sekisho.engine.event.AccountPast;
import io.sekisho.engine.event.Context;
import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.server.projection.fold.Told.EventTold;
import io.sekisho.server.projection.table.AccountColumn;
import io.sekisho.server.projection.table.DeviceColumn;
import io.sekisho.server.projection.table.Row;
import io.sekisho.wire.record.EventEntry;
import org.jspecify.annotations.Nullable;

/** Accounts and devices: when they were seen, and what is known of them. Stateless. */
final class AccountFold {

    private AccountFold() {}

    static void want(EventTold told, Changes changes) {
        changes.accounts().want(told.event().accountId());
        changes.devices().want(told.event().context().deviceId());
    }

    static void apply(EventTold told, Changes changes) {
        Context context = told.event().context();
        if (context.accountId() != null) {
            Row<AccountColumn> account = changes.accounts().row(context.accountId());
            see(account, told);
            learn(account, told.event());
            seal(account, told.accepted().entry().sealed());
        }
        if (context.deviceId() != null) {
            seeDevice(changes.devices().row(context.deviceId()), told);
        }
    }

    private static void see(Row<AccountColumn> account, EventTold told) {
        long millis = told.event().timeMillis();
        account.put(AccountColumn.FIRST_SEEN_AT, earliest(account.whole(AccountColumn.FIRST_SEEN_AT), millis))
                .put(AccountColumn.LAST_SEEN_AT, latest(account.whole(AccountColumn.LAST_SEEN_AT), millis))
                .put(AccountColumn.EVENTS, next(account.whole(AccountColumn.EVENTS)))
                .putIfUnknown(AccountColumn.IS_LOCKED, false)
                .putIfUnknown(AccountColumn.FIRST_SEQUENCE, told.number())
                .put(AccountColumn.LAST_SEQUENCE, told.number());
    }

    private static void seeDevice(Row<DeviceColumn> device, EventTold told) {
        long millis = told.event().timeMillis();
        device.put(DeviceColumn.FIRST_SEEN_AT, earliest(device.whole(DeviceColumn.FIRST_SEEN_AT), millis))
                .put(DeviceColumn.LAST_SEEN_AT, latest(device.whole(DeviceColumn.LAST_SEEN_AT), millis))
                .put(DeviceColumn.EVENTS, next(device.whole(DeviceColumn.EVENTS)))
                .putIfTold(DeviceColumn.LAST_ACCOUNT_ID, id(told.event().accountId()))
                .putIfUnknown(DeviceColumn.FIRST_SEQUENCE, told.number())
                .put(DeviceColumn.LAST_SEQUENCE, told.number());
    }

    private static void learn(Row<AccountColumn> account, Event event) {
        AccountPast past = event.context().account();
        boolean isNew = event.type() == EventType.ACCOUNT_CREATED;
        account.putIfTold(AccountColumn.CREATED_AT, isNew ? (Long) event.timeMillis() : null)
                .putIfTold(AccountColumn.CREATED_AT, past == null ? null : past.createdMillis());
        switch (event.type()) {
            case ACCOUNT_LOCKED -> account.put(AccountColumn.IS_LOCKED, true);
            case ACCOUNT_UNLOCKED, ACCOUNT_REACTIVATED -> account.put(AccountColumn.IS_LOCKED, false);
            default -> reach(account, event);
        }
    }

    /** A changed address that the shop does not tell leaves none: the former one is not the customer's any more. */
    private static void reach(Row<AccountColumn> account, Event event) {
        if (!(event.detail() instanceof Detail.AccountChange change)) {
            return;
        }
        boolean isNew = event.type() == EventType.ACCOUNT_CREATED;
        if (isNew || event.type() == EventType.ACCOUNT_EMAIL_CHANGED) {
            account.put(AccountColumn.EMAIL_HASH, EventRows.hash(change.email()));
        }
        if (isNew || event.type() == EventType.ACCOUNT_PHONE_CHANGED) {
            account.put(AccountColumn.PHONE_HASH, EventRows.hash(change.phone()));
        }
    }

    private static void seal(Row<AccountColumn> account, EventEntry.Sealed sealed) {
        if (!sealed.isEmpty()) {
            account.put(AccountColumn.CUSTOMER, EventRows.bytes(sealed.customer()));
        }
    }

    private static long earliest(@Nullable Long known, long millis) {
        return known == null ? millis : Math.min(known, millis);
    }

    private static long latest(@Nullable Long known, long millis) {
        return known == null ? millis : Math.max(known, millis);
    }

    private static long next(@Nullable Long count) {
        return count == null ? 1 : count + 1;
    }
}
