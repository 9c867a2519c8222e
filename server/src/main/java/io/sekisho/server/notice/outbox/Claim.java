package io.sekisho.server.notice.outbox;

import io.sekisho.engine.event.Money;
import io.sekisho.wire.record.EventEntry.Sealed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is this sender's to attempt.
 *
 * @param attempts this one included
 * @param address nothing where its customer's key was erased before it was written
 * @param openedAt when the notice was written down; after the longest time since then it is given up
 */
record Claim(
        Key key,
        String messageId,
        int attempts,
        Sealed address,
        Instant receivedAt,
        Instant openedAt,
        Locale language,
        ZoneId zone,
        boolean isFollowUp,
        List<ToldAct> acts) {

    Claim {
        acts = List.copyOf(acts);
    }

    /** Of a delivery, within its shop. */
    record Key(String reference, int number) {}

    /**
     * An act of which the notice tells.
     *
     * @param actions verbs
     * @param targets what each is done to
     */
    record ToldAct(
            String type,
            Instant actedAt,
            String outcome,
            @Nullable String orderId,
            @Nullable Money amount,
            List<String> actions,
            List<String> targets,
            @Nullable String country,
            @Nullable String device) {

        ToldAct {
            actions = List.copyOf(actions);
            targets = List.copyOf(targets);
        }
    }
}
