package io.sekisho.server.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A message as its reader sees it.
 *
 * @param id its number in the mailbox
 * @param recipient to whom it was handed over
 * @param date that it bears; absent where it bears none
 * @param plain empty where it has no such part
 * @param html empty where it has no such part
 */
public record ReceivedMail(
        long id,
        String recipient,
        String from,
        String to,
        String subject,
        @Nullable Instant date,
        String messageId,
        String language,
        String plain,
        String html) {

    static ReceivedMail read(long id, String recipient, byte[] bytes) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            return new ReceivedMail(
                    id,
                    recipient,
                    header(message, "From"),
                    header(message, "To"),
                    header(message, "Subject"),
                    message.getSentDate() == null ? null : message.getSentDate().toInstant(),
                    header(message, "Message-ID"),
                    header(message, "Content-Language"),
                    text(message, "text/plain"),
                    text(message, "text/html"));
        } catch (MessagingException | IOException malformed) {
            throw new IllegalArgumentException("Not a message", malformed);
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException, IOException {
        String value = message.getHeader(name, ", ");
        return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
    }

    /** Of the first part of that type; empty where there is none. */
    private static String text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return text;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String text = text(parts.getBodyPart(i), type);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
