package io.sekisho.wire.journal;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/** The layout of a segment file: a header, and records one behind the other. */
final class Segment {

    /*
     * header:  "SEKISHOJ"  int format  long number of the first record  int length  shop id (UTF-8)  int length  key id (UTF-8)
     *          int CRC32C of all that
     * record:  int length  int CRC32C of number and payload  payload
     * A record's checksum covers its number too, so that a record copied to another place is found out.
     */
    static final String ENDING = ".journal";
    static final int RECORD_HEADER_BYTES = 8;

    /** A longer record is taken for damage. */
    static final int MOST_PAYLOAD_BYTES = 16 * 1024 * 1024;

    private static final long MAGIC = 0x53454B4953484F4AL;
    private static final int FORMAT = 2;
    private static final int MOST_ID_BYTES = 256;

    private Segment() {}

    static Path file(Path folder, long firstNumber) {
        return folder.resolve(String.format("%016d%s", firstNumber, ENDING));
    }

    static byte[] header(long firstNumber, JournalOwner owner) {
        byte[] shop = owner.shopId().getBytes(StandardCharsets.UTF_8);
        byte[] key = owner.keyId().getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = ByteBuffer.allocate(8 + 4 + 8 + 4 + shop.length + 4 + key.length + 4);
        header.putLong(MAGIC)
                .putInt(FORMAT)
                .putLong(firstNumber)
                .putInt(shop.length)
                .put(shop)
                .putInt(key.length)
                .put(key);
        header.putInt(checksum(header.array(), header.position()));
        return header.array();
    }

    /**
     * Whether a file of these first bytes can be one whose header was being written when the machine stopped: it holds no
     * more than a part of that header, or room for it that was never filled.
     */
    static boolean isBegun(byte[] bytes, byte[] header) {
        return bytes.length <= header.length
                && (Arrays.mismatch(bytes, 0, bytes.length, header, 0, bytes.length) < 0 || isBlank(bytes));
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    /** What a header says. */
    record Header(long firstNumber, JournalOwner owner, int bytes) {}

    /** The header; empty where it is damaged or cut off. */
    static Optional<Header> readHeader(DataInputStream in) throws IOException {
        try {
            ByteBuffer fixed = ByteBuffer.wrap(in.readNBytes(20));
            if (fixed.remaining() < 20 || fixed.getLong() != MAGIC || fixed.getInt() != FORMAT) {
                return Optional.empty();
            }
            long firstNumber = fixed.getLong();
            JournalOwner owner = new JournalOwner(id(in), id(in));
            byte[] expected = header(firstNumber, owner);
            int checksum = in.readInt();
            return checksum == ByteBuffer.wrap(expected).getInt(expected.length - 4)
                    ? Optional.of(new Header(firstNumber, owner, expected.length))
                    : Optional.empty();
        } catch (EOFException cutOff) {
            return Optional.empty();
        }
    }

    /** A damaged length makes a text that the checksum does not bear out. */
    private static String id(DataInputStream in) throws IOException {
        int length = Math.clamp(in.readInt(), 0, MOST_ID_BYTES);
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    static int checksum(long number, byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(8).putLong(0, number));
        crc.update(payload, 0, payload.length);
        return (int) crc.getValue();
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
