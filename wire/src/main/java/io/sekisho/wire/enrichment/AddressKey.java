package io.sekisho.wire.enrichment;

/**
 * Reads the text of an IP address into one long, without allocating.
 *
 * <p>An IPv6 address becomes its upper 64 bits: a customer has a whole /64, and the tables are cut to it. The block
 * {@code ::/8} belongs to nobody, so its keys are free to stand for something else: {@link #MALFORMED}, {@link #LOCAL},
 * {@link #RESERVED}, and {@link #V4} plus the 32 bits of an IPv4 address. An IPv4-mapped address is its IPv4 address.
 */
final class AddressKey {
    static final long LOCAL = 0;
    static final long MALFORMED = 1L << 48;
    static final long RESERVED = 2L << 48;
    static final long V4 = 4L << 48;

    private static final int LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();
    private static final int GROUPS = 8;
    private static final long MAPPED = 0xFFFFL;

    private AddressKey() {}

    static long of(CharSequence text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return MALFORMED;
        }
        int colon = next(text, 0, ':');
        if (colon < text.length()) {
            return v6(text);
        }
        long address = v4(text, 0);
        return address < 0 ? MALFORMED : V4 | address;
    }

    static boolean isV4(long key) {
        return key >>> 48 == V4 >>> 48;
    }

    /** The 32 bits from {@code from} to the end of the text, or -1. Leading zeros are refused: some read them as octal. */
    private static long v4(CharSequence text, int from) {
        long address = 0;
        int start = from;
        for (int octet = 0; octet < 4; octet++) {
            int end = next(text, start, '.');
            int value = decimal(text, start, end);
            if (value < 0 || (octet == 3) != (end == text.length())) {
                return -1;
            }
            address = address << 8 | value;
            start = end + 1;
        }
        return address;
    }

    private static int decimal(CharSequence text, int start, int end) {
        int digits = end - start;
        if (digits < 1 || digits > 3 || (digits > 1 && text.charAt(start) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value > 255 ? -1 : value;
    }

    /*
     * The groups are shifted through the 128 bits of (high, low) as they come; where "::" stood is only remembered, and
     * the zeros it stands for are put in at the end, when their number is known.
     */
    private static long v6(CharSequence text) {
        long high = 0;
        long low = 0;
        int count = 0;
        int gap = -1;
        int at = 0;
        int length = text.length();
        if (text.charAt(0) == ':') {
            if (length < 2 || text.charAt(1) != ':') {
                return MALFORMED;
            }
            gap = 0;
            at = 2;
        }
        while (at < length) {
            int end = next(text, at, ':');
            boolean dotted = end == length && next(text, at, '.') < length;
            long bits = dotted ? v4(text, at) : hexadecimal(text, at, end);
            int width = dotted ? 32 : 16;
            count += width / 16;
            if (bits < 0 || count > GROUPS || end == length - 1) {
                return MALFORMED;
            }
            high = high << width | low >>> (64 - width);
            low = low << width | bits;
            at = end + 1;
            if (at < length && text.charAt(at) == ':') {
                if (gap >= 0) {
                    return MALFORMED;
                }
                gap = count;
                at++;
            }
        }
        return gap < 0 ? whole(high, low, count) : filled(high, low, count, gap);
    }

    private static long whole(long high, long low, int count) {
        return count == GROUPS ? key(high, low) : MALFORMED;
    }

    /** Puts the zeros of "::" between the first {@code gap} groups and the rest. */
    private static long filled(long high, long low, int count, int gap) {
        int missing = GROUPS - count;
        if (missing < 1) {
            return MALFORMED;
        }
        long upper = 0;
        long lower = 0;
        for (int i = 0; i < GROUPS; i++) {
            int source = i < gap ? i : i - missing;
            long group = i >= gap && i < gap + missing ? 0 : group(high, low, count - 1 - source);
            upper = upper << 16 | lower >>> 48;
            lower = lower << 16 | group;
        }
        return key(upper, lower);
    }

    private static long group(long high, long low, int fromRight) {
        int shift = 16 * fromRight;
        return (shift < 64 ? low >>> shift : high >>> (shift - 64)) & 0xFFFF;
    }

    private static long key(long high, long low) {
        if (high >>> 56 != 0) {
            return high;
        }
        if (high != 0) {
            return RESERVED;
        }
        if (low >>> 32 == MAPPED) {
            return V4 | (low & 0xFFFF_FFFFL);
        }
        return low >>> 1 == 0 ? LOCAL : RESERVED;
    }

    private static long hexadecimal(CharSequence text, int start, int end) {
        if (end - start < 1 || end - start > 4) {
            return -1;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            int digit = letter < 128 ? Character.digit(letter, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static int next(CharSequence text, int from, char wanted) {
        int at = from;
        while (at < text.length() && text.charAt(at) != wanted) {
            at++;
        }
        return at;
    }
}
