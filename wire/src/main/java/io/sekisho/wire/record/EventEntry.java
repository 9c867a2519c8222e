package io.sekisho.wire.record;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.expression.Facts;

/**
 * An event as it is kept: without personal texts, and with all that enrichment knew of them.
 *
 * @param canonical the event in canonical form, pseudonyms in the place of personal texts
 * @param body the fingerprint of what the shop had sent
 * @param receivedMillis when it came in at the door
 * @param sender id of the API key that sent it; empty for history
 * @param sealed the personal texts that were replaced, encrypted; nothing where there were none
 */
public record EventEntry(
        String canonical, Fingerprint body, long receivedMillis, String sender, Facts facts, Sealed sealed) {

    /** The same entry with another fingerprint of what was sent. */
    public EventEntry withBody(Fingerprint other) {
        return new EventEntry(canonical, other, receivedMillis, sender, facts, sealed);
    }

    /**
     * Personal texts under a key of their customer's own.
     *
     * @param customer whose key it is
     * @param bytes empty where nothing was sealed
     */
    public record Sealed(Fingerprint customer, byte[] bytes) {

        /** Nothing. */
        public static final Sealed NONE = new Sealed(new Fingerprint(0, 0), new byte[0]);

        public boolean isEmpty() {
            return bytes.length == 0;
        }
    }
}
