package io.sekisho.server.notice.mail;

import io.sekisho.server.platform.MailServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Hands messages to a mail server, over one connection for as long as there is more to send. Owned by one thread. */
public final class Smtp implements AutoCloseable {

    /** Named here and in docs/guide/server.md. */
    private static final int CONNECT_MILLIS = 5_000;

    private static final int READ_MILLIS = 10_000;
    private static final int WRITE_MILLIS = 10_000;
    private static final int PERMANENT = 500;

    private final MailServer server;
    private final Session session;
    private @Nullable Transport transport;

    public Smtp(MailServer server, Sender sender) {
        this.server = server;
        this.session = Session.getInstance(properties(server, sender));
    }

    /** What became of a message. */
    public sealed interface Outcome {

        /** The server took it. */
        record Taken() implements Outcome {}

        /** Not now. */
        record Later(String error) implements Outcome {}

        /** Never this message to this address. */
        record Refused(String error) implements Outcome {}
    }

    public Session session() {
        return session;
    }

    /** Tries once. */
    public Outcome send(MimeMessage message) {
        try {
            connected().sendMessage(message, message.getAllRecipients());
            return new Outcome.Taken();
        } catch (SendFailedException refused) {
            close();
            return outcome(refused);
        } catch (MessagingException failed) {
            close();
            return new Outcome.Later(word(failed));
        }
    }

    /** Ends the connection; the next message opens another. */
    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (MessagingException gone) {
            // It is closed: that was asked for.
            return;
        }
    }

    /** A connection that lay idle may be gone: that costs an attempt only where it breaks in between. */
    private Transport connected() throws MessagingException {
        Transport open = transport;
        if (open == null || !open.isConnected()) {
            close();
            open = session.getTransport(protocol(server));
            open.connect(server.host(), server.port(), server.user(), server.password());
            transport = open;
        }
        return open;
    }

    private static Outcome outcome(SendFailedException failure) {
        int code = code(failure);
        String error = code == 0 ? "refused" : "smtp_" + code;
        return code >= PERMANENT ? new Outcome.Refused(error) : new Outcome.Later(error);
    }

    /** Of the answer to the address or the message; 0 where there was none. An answer to the sender is about our settings. */
    private static int code(SendFailedException failure) {
        for (@Nullable Exception next = failure; next != null; next = next(next)) {
            switch (next) {
                case SMTPAddressFailedException address -> {
                    return address.getReturnCode();
                }
                case SMTPSenderFailedException sender -> {
                    return Math.min(sender.getReturnCode(), PERMANENT - 1);
                }
                case SMTPSendFailedException message
                when message.getNextException() == null -> {
                    return message.getReturnCode();
                }
                default -> {}
            }
        }
        return failure instanceof SMTPSendFailedException message ? message.getReturnCode() : 0;
    }

    private static @Nullable Exception next(Exception exception) {
        return exception instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    /** A stable word, and nothing of what the server said: that may hold the address. */
    private static String word(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return "not_authenticated";
        }
        for (Throwable cause = failure; cause != null; cause = deeper(cause)) {
            switch (cause) {
                case SocketTimeoutException timeout -> {
                    return "timeout";
                }
                case ConnectException refused -> {
                    return "not_connected";
                }
                case UnknownHostException unknown -> {
                    return "unknown_host";
                }
                case SSLException broken -> {
                    return "tls_failed";
                }
                default -> {}
            }
        }
        return "connection_broken";
    }

    private static @Nullable Throwable deeper(Throwable cause) {
        return cause.getCause() == null && cause instanceof Exception exception ? next(exception) : cause.getCause();
    }

    private static String protocol(MailServer server) {
        return server.isTls() ? "smtps" : "smtp";
    }

    private static Properties properties(MailServer server, Sender sender) {
        String prefix = "mail." + protocol(server) + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", Integer.toString(CONNECT_MILLIS));
        properties.setProperty(prefix + "timeout", Integer.toString(READ_MILLIS));
        properties.setProperty(prefix + "writetimeout", Integer.toString(WRITE_MILLIS));
        properties.setProperty(prefix + "auth", Boolean.toString(server.user() != null));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", Boolean.toString(server.needsTls()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "from", sender.address());
        properties.setProperty(prefix + "localhost", sender.domain());
        properties.setProperty(prefix + "quitwait", "false");
        return properties;
    }
}
