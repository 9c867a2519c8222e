package io.sekisho.server.notice;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.wire.record.EventEntry.Sealed;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is sealed under a customer's key, as the columns {@code customer} and {@code sealed} hold it. Stateless. */
public final class SealedColumns {

    private SealedColumns() {}

    /** 16 bytes; absent where nothing is sealed. */
    public static byte @Nullable [] customer(Sealed sealed) {
        return sealed.isEmpty()
                ? null
                : ByteBuffer.allocate(Long.BYTES * 2)
                        .putLong(sealed.customer().high())
                        .putLong(sealed.customer().low())
                        .array();
    }

    /** Absent where nothing is sealed. */
    public static byte @Nullable [] bytes(Sealed sealed) {
        return sealed.isEmpty() ? null : sealed.bytes();
    }

    /** Of this row. */
    public static Sealed read(ResultSet row) throws SQLException {
        byte[] customer = row.getBytes("customer");
        if (customer == null) {
            return Sealed.NONE;
        }
        ByteBuffer bytes = ByteBuffer.wrap(customer);
        return new Sealed(new Fingerprint(bytes.getLong(), bytes.getLong()), row.getBytes("sealed"));
    }
}
