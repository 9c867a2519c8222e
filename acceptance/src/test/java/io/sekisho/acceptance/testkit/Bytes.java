package io.sekisho.acceptance.testkit;

import java.io.ByteArrayOutputStream;

/** Runs of bytes. */
public final class Bytes {

    private Bytes() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Whether the one holds the other. */
    public static boolean contain(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (all[at] == part[0] && standsAt(all, at, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsAt(byte[] all, int at, byte[] part) {
        return java.util.Arrays.equals(all, at, at + part.length, part, 0, part.length);
    }
}
