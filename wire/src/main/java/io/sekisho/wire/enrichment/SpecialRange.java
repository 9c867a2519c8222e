package io.sekisho.wire.enrichment;

import io.sekisho.engine.expression.Absence;
import java.util.List;
import java.util.Optional;

/** A range that the registries set aside, so that no table can say anything about it (IANA special-purpose registries). */
record SpecialRange(long network, long mask, Optional<Network> answer) {
    /* Each answer is made once, so that asking does not allocate. */
    private static final Optional<Network> PRIVATE = Optional.of(Network.absent(Absence.PRIVATE_RANGE));
    private static final Optional<Network> DOCUMENTATION = Optional.of(Network.absent(Absence.DOCUMENTATION_RANGE));
    private static final Optional<Network> RESERVED = Optional.of(Network.absent(Absence.RESERVED_RANGE));
    private static final Optional<Network> MALFORMED = Optional.of(Network.absent(Absence.MALFORMED));

    private static final SpecialRange[] RANGES_V4 = ranges(List.of(
            v4("0.0.0.0", 8, RESERVED),
            v4("10.0.0.0", 8, PRIVATE),
            v4("100.64.0.0", 10, PRIVATE),
            v4("127.0.0.0", 8, PRIVATE),
            v4("169.254.0.0", 16, PRIVATE),
            v4("172.16.0.0", 12, PRIVATE),
            v4("192.0.0.0", 24, RESERVED),
            v4("192.0.2.0", 24, DOCUMENTATION),
            v4("192.88.99.0", 24, RESERVED),
            v4("192.168.0.0", 16, PRIVATE),
            v4("198.18.0.0", 15, RESERVED),
            v4("198.51.100.0", 24, DOCUMENTATION),
            v4("203.0.113.0", 24, DOCUMENTATION),
            v4("224.0.0.0", 4, RESERVED),
            v4("240.0.0.0", 4, RESERVED)));
    private static final SpecialRange[] RANGES_V6 = ranges(List.of(
            v6("100::", 64, RESERVED),
            v6("2001:2::", 48, RESERVED),
            v6("2001:10::", 28, RESERVED),
            v6("2001:20::", 28, RESERVED),
            v6("2001:db8::", 32, DOCUMENTATION),
            v6("3fff::", 20, DOCUMENTATION),
            v6("5f00::", 16, RESERVED),
            v6("fc00::", 7, PRIVATE),
            v6("fe80::", 10, PRIVATE),
            v6("fec0::", 10, PRIVATE),
            v6("ff00::", 8, RESERVED)));

    /** The answer for an address that no table can know, with the reason; empty for an ordinary address. */
    static Optional<Network> of(long key) {
        if (key == AddressKey.MALFORMED) {
            return MALFORMED;
        }
        if (key == AddressKey.LOCAL) {
            return PRIVATE;
        }
        if (key == AddressKey.RESERVED) {
            return RESERVED;
        }
        for (SpecialRange range : AddressKey.isV4(key) ? RANGES_V4 : RANGES_V6) {
            if ((key & range.mask) == range.network) {
                return range.answer;
            }
        }
        return Optional.empty();
    }

    static int count() {
        return RANGES_V4.length + RANGES_V6.length;
    }

    private static SpecialRange v4(String network, int bits, Optional<Network> answer) {
        return new SpecialRange(AddressKey.of(network), -1L << (32 - bits), answer);
    }

    private static SpecialRange v6(String network, int bits, Optional<Network> answer) {
        return new SpecialRange(AddressKey.of(network), -1L << (64 - bits), answer);
    }

    private static SpecialRange[] ranges(List<SpecialRange> ranges) {
        return ranges.toArray(SpecialRange[]::new);
    }
}
