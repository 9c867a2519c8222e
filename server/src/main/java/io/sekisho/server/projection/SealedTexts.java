package io.sekisho.server.projection;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.server.projection.fold.RecordReading;
import io.sekisho.wire.record.EventEntry.Sealed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The personal texts of stored events. Stateless. */
final class SealedTexts {

    private final JdbcClient database;
    private final String shopId;
    private final Unsealer unsealer;

    SealedTexts(JdbcClient database, String shopId, Unsealer unsealer) {
        this.database = database;
        this.shopId = shopId;
        this.unsealer = unsealer;
    }

    /** By JSON pointer; nothing where the event is over, had none, or its customer was erased. */
    Map<String, Object> of(long happenedMillis, long sequence) {
        return database.sql("select customer, sealed from event where shop_id = ? and happened_at = "
                        + Members.atMillis("?") + " and sequence = ? and sealed is not null")
                .params(shopId, happenedMillis, sequence)
                .query((row, number) -> new Sealed(fingerprint(row.getBytes("customer")), row.getBytes("sealed")))
                .optional()
                .flatMap(unsealer::open)
                .map(json -> RecordReading.tree(new String(json, StandardCharsets.UTF_8)))
                .orElse(Map.of());
    }

    private static Fingerprint fingerprint(byte[] customer) {
        ByteBuffer bytes = ByteBuffer.wrap(customer);
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }
}
