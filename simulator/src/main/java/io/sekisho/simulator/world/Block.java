package io.sekisho.simulator.world;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of public addresses, such as {@code 153.160.0.0/12} or {@code 2400:4050::/32}. */
public final class Block {
    private final byte[] base;
    private final int prefixLength;

    private Block(byte[] base, int prefixLength) {
        this.base = base;
        this.prefixLength = prefixLength;
    }

    /** Reads CIDR notation. Only literals are meant: a name would be looked up. */
    public static Block of(String cidr) {
        String[] parts = cidr.split("/", -1);
        try {
            return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address range: " + cidr, e);
        }
    }

    public boolean isV6() {
        return base.length == 16;
    }

    /** An IPv4 address of the range; network and broadcast ends of its last octet are left out. */
    public String address(long choice) {
        long start = 0;
        for (byte octet : base) {
            start = (start << 8) | (octet & 0xFF);
        }
        long host = Math.floorMod(choice, 1L << (32 - prefixLength));
        long address = start + host;
        long last = 1 + Math.floorMod(address, 254L);
        return (address >>> 24) + "." + (address >>> 16 & 0xFF) + "." + (address >>> 8 & 0xFF) + "." + last;
    }

    /** An IPv6 address: the line's /64, and in it the interface. */
    public String address(long line, long host) {
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < 4; group++) {
            int own = ((base[2 * group] & 0xFF) << 8) | (base[2 * group + 1] & 0xFF);
            int drawn = (int) (line >>> (16 * group)) & 0xFFFF;
            int kept = Math.clamp(prefixLength - 16 * group, 0, 16);
            int free = (1 << (16 - kept)) - 1;
            text.append(Integer.toHexString((own & ~free & 0xFFFF) | (drawn & free)))
                    .append(':');
        }
        for (int group = 0; group < 4; group++) {
            // The high bit keeps each group four digits long, so that the text needs no shortening.
            int drawn = ((int) (host >>> (16 * group)) & 0xFFFF) | 0x8000;
            text.append(Integer.toHexString(drawn)).append(group < 3 ? ":" : "");
        }
        return text.toString();
    }
}
