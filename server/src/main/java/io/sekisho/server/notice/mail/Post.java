package io.sekisho.server.notice.mail;

import io.sekisho.server.platform.MailServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Puts a letter into an envelope and hands it over. Owned by one thread. */
public final class Post implements AutoCloseable {

    private static final String CHARSET = StandardCharsets.UTF_8.name();

    private final Sender sender;
    private final LetterPage page;
    private final Smtp smtp;

    public Post(MailServer server, Sender sender) {
        this.sender = sender;
        this.page = new LetterPage(sender);
        this.smtp = new Smtp(server, sender);
    }

    /** In whose name. */
    public Sender sender() {
        return sender;
    }

    /** Tries once. */
    public Smtp.Outcome send(Letter letter, Envelope envelope) {
        try {
            return smtp.send(message(smtp.session(), letter, envelope));
        } catch (AddressException malformed) {
            return new Smtp.Outcome.Refused("not_an_address");
        } catch (MessagingException | UnsupportedEncodingException impossible) {
            throw new IllegalStateException("A message cannot be composed", impossible);
        }
    }

    /** For as long as there is nothing to send. */
    @Override
    public void close() {
        smtp.close();
    }

    MimeMessage message(Session session, Letter letter, Envelope envelope)
            throws MessagingException, UnsupportedEncodingException {
        LetterPage.Written written = page.write(letter);
        MimeMessage message = new Identified(session, envelope.messageId());
        message.setFrom(new InternetAddress(sender.address(), sender.shopName(), CHARSET));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to(), true));
        message.setSubject(written.subject(), CHARSET);
        message.setSentDate(Date.from(envelope.date()));
        message.setHeader("Content-Language", letter.language().getLanguage());
        // No answering machine answers, and no list takes it for a letter of a person (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        MimeMultipart parts =
                new MimeMultipart("alternative", part(written.plain(), "plain"), part(written.html(), "html"));
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, CHARSET, kind);
        return part;
    }

    /** A message that keeps the id that it is given. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
