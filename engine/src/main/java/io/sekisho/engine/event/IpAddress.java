package io.sekisho.engine.event;

import java.util.Optional;

/**
 * An IP address in 128 bits; an IPv4 address, also one written in IPv6 form, stands in the low 32.
 *
 * @param high the first eight bytes; 0 for IPv4
 * @param low the last eight bytes
 */
public record IpAddress(boolean isV4, long high, long low) {

    private static final int GROUPS = 8;

    /** The address of that notation; nothing for anything that is not exactly one (no zone, no port, no mask). */
    public static Optional<IpAddress> parse(String text) {
        if (text.indexOf(':') < 0) {
            long v4 = parseV4(text, 0);
            return v4 < 0 ? Optional.empty() : Optional.of(new IpAddress(true, 0, v4));
        }
        return parseV6(text);
    }

    /** The network that one household or phone holds: the IPv4 address itself, or the /64. */
    public String network() {
        if (isV4) {
            return (low >> 24 & 255) + "." + (low >> 16 & 255) + "." + (low >> 8 & 255) + "." + (low & 255);
        }
        return Long.toHexString(high >>> 48 & 0xffff) + ":" + Long.toHexString(high >>> 32 & 0xffff) + ":"
                + Long.toHexString(high >>> 16 & 0xffff) + ":" + Long.toHexString(high & 0xffff) + "::/64";
    }

    private static long parseV4(String text, int start) {
        long address = 0;
        int at = start;
        for (int part = 0; part < 4; part++) {
            int end = part == 3 ? text.length() : text.indexOf('.', at);
            int octet = end < 0 ? -1 : octet(text, at, end);
            if (octet < 0) {
                return -1;
            }
            address = address << 8 | octet;
            at = end + 1;
        }
        return address;
    }

    /** Leading zeros are refused: some read them as octal. */
    private static int octet(String text, int from, int to) {
        int length = to - from;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value <= 255 ? value : -1;
    }

    private static Optional<IpAddress> parseV6(String text) {
        int gap = text.indexOf("::");
        // One gap at most, and an IPv4 address stands at the end or nowhere.
        if (gap >= 0 && (text.indexOf("::", gap + 1) >= 0 || text.lastIndexOf('.', gap) >= 0)) {
            return Optional.empty();
        }
        int[] groups = new int[GROUPS];
        if (gap < 0) {
            return readGroups(text, groups, 0) == GROUPS ? of(groups) : Optional.empty();
        }
        int[] tail = new int[GROUPS];
        int before = readGroups(text.substring(0, gap), groups, 0);
        int after = readGroups(text.substring(gap + 2), tail, 0);
        if (before < 0 || after < 0 || before + after >= GROUPS) {
            return Optional.empty();
        }
        System.arraycopy(tail, 0, groups, GROUPS - after, after);
        return of(groups);
    }

    /** How many groups stand in the text, or -1. The last may be an IPv4 address, which is two groups. */
    private static int readGroups(String text, int[] groups, int first) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = first;
        for (int i = 0; i < parts.length; i++) {
            boolean isV4 = i == parts.length - 1 && parts[i].indexOf('.') > 0;
            long value = isV4 ? parseV4(parts[i], 0) : group(parts[i]);
            if (value < 0 || count + (isV4 ? 2 : 1) > GROUPS) {
                return -1;
            }
            if (isV4) {
                groups[count++] = (int) (value >>> 16);
            }
            groups[count++] = (int) (value & 0xffff);
        }
        return count;
    }

    private static int group(String text) {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static Optional<IpAddress> of(int[] groups) {
        long high = (long) groups[0] << 48 | (long) groups[1] << 32 | (long) groups[2] << 16 | groups[3];
        long low = (long) groups[4] << 48 | (long) groups[5] << 32 | (long) groups[6] << 16 | groups[7];
        boolean isMapped = high == 0 && low >>> 32 == 0xffff;
        return Optional.of(new IpAddress(isMapped, high, isMapped ? low & 0xffffffffL : low));
    }
}
