package io.sekisho.server.pages.web;

import io.sekisho.server.projection.AccountStory;
import io.sekisho.server.projection.Happening;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which devices were new to an account, and when; of an account whose past is short nobody can tell. */
final class Newcomers {

    /** A device is new for so long; the same as in the starter policy. */
    private static final long NEW_MILLIS = Duration.ofDays(3).toMillis();

    private final AccountStory.Head head;
    private final Map<String, Long> firstSeen = new HashMap<>();

    Newcomers(AccountStory.Head head, List<AccountStory.Device> devices) {
        this.head = head;
        devices.forEach(
                device -> firstSeen.put(device.deviceId(), device.sighting().firstMillis()));
    }

    /** Whether a device was new when this happened: the one that did it, or that placed the order it is about. */
    boolean isByNew(Happening happening) {
        String device = device(happening);
        return device != null && isNew(firstSeen.getOrDefault(device, head.firstMillis()), happening.happenedMillis());
    }

    /** Whether what came first at that time was new at the account's latest event. */
    boolean isNewNow(long firstMillis) {
        return isNew(firstMillis, head.lastMillis());
    }

    /** Nobody did it on a device: the shop tells of it. */
    static boolean isByShop(Happening happening) {
        return device(happening) == null;
    }

    private boolean isNew(long firstMillis, long atMillis) {
        return firstMillis - head.firstMillis() >= NEW_MILLIS && atMillis - firstMillis < NEW_MILLIS;
    }

    private static @Nullable String device(Happening happening) {
        return happening.deviceId() == null ? happening.orderDeviceId() : happening.deviceId();
    }
}
