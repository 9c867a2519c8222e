package io.sekisho.server.pages.web;

import io.sekisho.server.notice.Notice;
import io.sekisho.server.pages.words.Phrases;
import java.time.Duration;
import java.time.Instant;

/**
 * What the owner of an account was told, in a row.
 *
 * @param state a word for the reader
 * @param mark the state as a stable word
 * @param to masked addresses
 * @param when the hand-over, or when it was written down
 * @param took from the receipt of the act to the hand-over; empty where there was none
 */
record ToldRow(
        String reference, String state, String mark, String to, String when, String took, int orders, String href) {

    static ToldRow of(Notice notice, int offsetSeconds, Phrases phrases) {
        Instant handedOver = notice.handedOverAt();
        Instant shown = handedOver == null ? notice.openedAt() : handedOver;
        String mark = notice.state().word();
        return new ToldRow(
                notice.reference(),
                phrases.say("notice.state." + mark),
                mark,
                notice.maskedAddress(),
                phrases.times().moment(shown.toEpochMilli(), offsetSeconds),
                handedOver == null ? "" : phrases.duration(Duration.between(notice.receivedAt(), handedOver)),
                notice.orders(),
                Paths.decision(notice.decisionId()));
    }
}
