package io.sekisho.server.demo;

import io.sekisho.server.platform.MailServer;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on the loopback that takes everything and keeps it in a mailbox. */
final class DemoMailServer implements AutoCloseable {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_CONNECTIONS = 20;
    private static final int MOST_RECIPIENTS = 20;
    private static final int IDLE_SECONDS = 60;

    private final SMTPServer server;

    DemoMailServer(int port, Mailbox mailbox) {
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxMessageSize(MOST_BYTES)
                .maxConnections(MOST_CONNECTIONS)
                .maxRecipients(MOST_RECIPIENTS)
                .connectionTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
                .messageHandler((context, from, to, bytes) -> mailbox.add(to, bytes))
                .build();
        server.start();
    }

    /** How it is reached. */
    MailServer address() {
        return new MailServer(
                InetAddress.getLoopbackAddress().getHostAddress(), server.getPortAllocated(), false, false, null, null);
    }

    @Override
    public void close() {
        server.stop();
    }
}
