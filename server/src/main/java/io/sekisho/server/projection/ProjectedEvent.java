package io.sekisho.server.projection;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.wire.record.EventEntry.Sealed;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An event of the journal, as it is brought into PostgreSQL.
 *
 * @param sequence number of its record
 * @param event pseudonyms in the place of personal texts
 * @param sealed these texts, by JSON pointer, under their customer's key
 * @param receivedMillis when it came in at the door
 * @param verdict absent where nothing was decided
 */
public record ProjectedEvent(
        long sequence,
        Event event,
        Facts facts,
        Sealed sealed,
        Treatment treatment,
        long receivedMillis,
        @Nullable Verdict verdict) {

    /**
     * What was decided.
     *
     * @param zone of the policy that decided
     */
    public record Verdict(String decisionId, Assessment assessment, ZoneId zone) {}
}
