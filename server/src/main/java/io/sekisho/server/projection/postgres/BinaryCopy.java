package io.sekisho.server.projection.postgres;

import io.sekisho.server.projection.table.Column;
import io.sekisho.server.projection.table.Row;
import io.sekisho.server.projection.table.StoredText;
import io.sekisho.server.projection.table.Table;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows with COPY in its binary form, in which nothing needs to be escaped. Owned by one thread. */
final class BinaryCopy {

    /** "PGCOPY", what a transfer as text would break, and two empty fields. */
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final int TEXT_OID = 25;
    private static final int ABSENT = -1;

    /** Of 2000-01-01, from which PostgreSQL counts. */
    private static final long EPOCH_MILLIS = 946_684_800_000L;

    private static final int CHUNK_BYTES = 1 << 18;

    private final byte[] shop;
    private byte[] bytes = new byte[CHUNK_BYTES * 2];
    private int size;

    BinaryCopy(String shopId) {
        this.shop = shopId.getBytes(StandardCharsets.UTF_8);
    }

    /** Appends the rows to the table of that name, which has the columns of theirs. */
    <C extends Column> void copy(Connection connection, String into, Table<C> table, Collection<Row<C>> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " (shop_id, " + table.list() + ") from stdin (format binary)");
        try {
            size = 0;
            put(HEADER);
            for (Row<C> row : rows) {
                put(row, table);
                send(copy, CHUNK_BYTES);
            }
            putShort(ABSENT);
            send(copy, 0);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void send(CopyIn copy, int from) throws SQLException {
        if (size > from) {
            copy.writeToCopy(bytes, 0, size);
            size = 0;
        }
    }

    private <C extends Column> void put(Row<C> row, Table<C> table) {
        putShort(table.columns().size() + 1);
        putField(shop);
        for (Column column : table.columns()) {
            put(column, row.value(column));
        }
    }

    private void put(Column column, @Nullable Object value) {
        switch (value) {
            case null -> putInt(ABSENT);
            case String text -> putText(text);
            case Boolean flag -> {
                putInt(1);
                put(new byte[] {(byte) (flag ? 1 : 0)});
            }
            case byte[] opaque -> putField(opaque);
            case List<?> texts -> putTexts(texts);
            case Long whole -> {
                putInt(Long.BYTES);
                putLong(
                        switch (column.kind()) {
                            case TIME -> micros(whole);
                            default -> whole;
                        });
            }
            default -> throw new IllegalArgumentException("No column holds a " + value.getClass());
        }
    }

    /** Since 2000; a time that leaves the range of a long is one that PostgreSQL refuses, not another time. */
    static long micros(long millis) {
        long since = millis - EPOCH_MILLIS;
        return Math.clamp(since, Long.MIN_VALUE / 1000, Long.MAX_VALUE / 1000) * 1000;
    }

    private void putText(String text) {
        putField(StoredText.encode(text).getBytes(StandardCharsets.UTF_8));
    }

    /** One dimension, counted from 1. */
    private void putTexts(List<?> texts) {
        int start = size;
        putInt(0);
        putInt(texts.isEmpty() ? 0 : 1);
        putInt(0);
        putInt(TEXT_OID);
        if (!texts.isEmpty()) {
            putInt(texts.size());
            putInt(1);
        }
        texts.forEach(text -> putText((String) text));
        int end = size;
        size = start;
        putInt(end - start - Integer.BYTES);
        size = end;
    }

    private void putField(byte[] field) {
        putInt(field.length);
        put(field);
    }

    private void putShort(int value) {
        ensure(Short.BYTES);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void putInt(int value) {
        putShort(value >>> 16);
        putShort(value);
    }

    private void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void put(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
