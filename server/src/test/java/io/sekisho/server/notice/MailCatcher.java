package io.sekisho.server.notice;

import io.sekisho.server.platform.MailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server on the loopback, which can be made to refuse and to go away. */
public final class MailCatcher implements AutoCloseable {

    /** What a server answers that takes it. */
    public static final int TAKEN = 250;

    private final List<Caught> caught = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile ToIntFunction<String> answers = recipient -> TAKEN;

    public MailCatcher() {
        this(0);
    }

    /** On that port. */
    public MailCatcher(int port) {
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandler((context, from, to, bytes) -> take(to, bytes))
                .build();
        server.start();
    }

    /** A message that was taken. */
    public record Caught(String recipient, MimeMessage message) {

        public String header(String name) {
            try {
                return String.join(",", message.getHeader(name));
            } catch (MessagingException malformed) {
                throw new IllegalStateException(malformed);
            }
        }

        public String subject() {
            try {
                return message.getSubject();
            } catch (MessagingException malformed) {
                throw new IllegalStateException(malformed);
            }
        }
    }

    public MailServer address() {
        return new MailServer("127.0.0.1", port(), false, false, null, null);
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** In the order in which they came. */
    public List<Caught> caught() {
        return caught;
    }

    public List<String> recipients() {
        return caught.stream().map(Caught::recipient).toList();
    }

    /** Answers with that code when a message comes for a recipient. */
    public void answer(ToIntFunction<String> codes) {
        answers = codes;
    }

    @Override
    public void close() {
        server.stop();
    }

    private void take(String recipient, byte[] bytes) throws RejectException {
        int code = answers.applyAsInt(recipient);
        if (code != TAKEN) {
            throw new RejectException(code, "Mailbox of " + recipient + " is not for you");
        }
        try {
            Session session = Session.getInstance(new Properties());
            caught.add(new Caught(recipient, new MimeMessage(session, new ByteArrayInputStream(bytes))));
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
