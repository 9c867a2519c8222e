package io.sekisho.cli.score;

import java.util.Arrays;

/** When each account used each of its devices first. */
final class KnownDevices {

    private static final long NEW_FOR_MILLIS = 24L * 60 * 60 * 1000;

    private final IdentityTable pairs = new IdentityTable();
    private long[] firstMillis = new long[1 << 10];

    /** Notes a use; the number of the pair, or -1 where account or device is unknown. */
    int seen(String account, String device, long millis) {
        if (account.isEmpty() || device.isEmpty()) {
            return -1;
        }
        int before = pairs.size();
        int pair = pairs.add(account + '\0' + device);
        if (pair == firstMillis.length) {
            firstMillis = Arrays.copyOf(firstMillis, 2 * pair);
        }
        firstMillis[pair] = pairs.size() > before ? millis : Math.min(firstMillis[pair], millis);
        return pair;
    }

    /** Whether the account used the device more than a day before: a device that has only just appeared is not known. */
    boolean isKnown(int pair, long millis) {
        return pair >= 0 && firstMillis[pair] < millis - NEW_FOR_MILLIS;
    }
}
