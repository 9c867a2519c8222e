package io.sekisho.server.projection.fold;

import static io.sekisho.server.projection.table.StoredText.id;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.event.Context;
import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.event.Pseudonym;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.FactName;
import io.sekisho.engine.expression.Facts;
import io.sekisho.server.projection.fold.Told.EventTold;
import io.sekisho.server.projection.table.EventColumn;
import io.sekisho.server.projection.table.Row;
import io.sekisho.server.projection.table.Table;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.record.EventEntry;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of events. Stateless. */
final class EventRows {

    private EventRows() {}

    static Row<EventColumn> event(EventTold told, long projectedMillis) {
        Event event = told.event();
        EventEntry entry = told.accepted().entry();
        Row<EventColumn> row = Table.EVENT
                .newRow()
                .put(EventColumn.HAPPENED_AT, event.timeMillis())
                .put(EventColumn.SEQUENCE, told.number())
                .put(EventColumn.EVENT_ID, event.id())
                .put(EventColumn.SOURCE, event.source())
                .put(EventColumn.TYPE, event.typeName())
                .put(EventColumn.OFFSET_SECONDS, (long) event.offsetSeconds())
                .put(EventColumn.RECEIVED_AT, entry.receivedMillis())
                .put(EventColumn.PROJECTED_AT, projectedMillis)
                .put(EventColumn.TREATMENT, told.accepted().treatment().name().toLowerCase(Locale.ROOT))
                .put(EventColumn.SENDER, entry.sender())
                .put(EventColumn.ORDER_ID, id(orderId(event)))
                .put(EventColumn.BODY, entry.canonical())
                .put(EventColumn.FACTS, facts(entry.facts()));
        putContext(row, event.context());
        putAmount(row, event.amount());
        putDecision(row, told);
        putSealed(row, entry.sealed());
        return row;
    }

    /** 16 bytes. */
    static byte[] bytes(Fingerprint fingerprint) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(fingerprint.high())
                .putLong(fingerprint.low())
                .array();
    }

    /** A keyed hash; nothing for what is none, so that no plain text is taken for one. */
    static @Nullable String hash(@Nullable String text) {
        return text != null && Pseudonym.isOne(text) ? text : null;
    }

    private static void putContext(Row<EventColumn> row, Context context) {
        row.put(EventColumn.ACCOUNT_ID, id(context.accountId()))
                .put(EventColumn.SESSION_ID, id(context.sessionId()))
                .put(EventColumn.DEVICE_ID, id(context.deviceId()))
                .put(EventColumn.IP, hash(context.ip()));
    }

    private static void putAmount(Row<EventColumn> row, @Nullable Money amount) {
        if (amount != null) {
            row.put(EventColumn.AMOUNT, amount.value()).put(EventColumn.CURRENCY, amount.currency());
        }
    }

    private static void putDecision(Row<EventColumn> row, EventTold told) {
        Told.Judged judged = told.judged();
        if (judged != null) {
            row.put(EventColumn.DECISION_ID, judged.decisionId())
                    .put(EventColumn.OUTCOME, judged.assessment().outcome().word())
                    .put(EventColumn.DECIDED_AT, told.accepted().decidedMillis());
        }
    }

    private static void putSealed(Row<EventColumn> row, EventEntry.Sealed sealed) {
        if (!sealed.isEmpty()) {
            row.put(EventColumn.CUSTOMER, bytes(sealed.customer())).put(EventColumn.SEALED, sealed.bytes());
        }
    }

    /** A change of visibility is about an order if it names one only. */
    private static @Nullable String orderId(Event event) {
        if (event.detail() instanceof Detail.Visibility visibility) {
            return visibility.orderIds().size() == 1 ? visibility.orderIds().getFirst() : null;
        }
        return event.orderId();
    }

    /** Those that are known. */
    private static String facts(Facts facts) {
        Map<String, Object> known = new LinkedHashMap<>();
        for (FactName name : FactName.values()) {
            if (!(facts.value(name) instanceof Absence)) {
                known.put(name.word(), facts.value(name));
            }
        }
        return known.isEmpty() ? "{}" : new CanonicalJson().write(known);
    }
}
