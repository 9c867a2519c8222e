package io.sekisho.server.notice.mail;

import java.time.Instant;

/**
 * A letter's way to one address.
 *
 * @param to the address, in clear
 * @param messageId the same at every attempt
 */
public record Envelope(String to, String messageId, Instant date) {

    /** The address is not told. */
    @Override
    public String toString() {
        return messageId;
    }
}
