package io.sekisho.bench.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that answers each request, in the order in which they come, as its script says. */
public final class ScriptedServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Script script;
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What to answer. */
    @FunctionalInterface
    public interface Script {

        /** The bytes to answer request {@code number}, from 0, with; empty to hang up. */
        Optional<String> answer(int number, String body) throws InterruptedException;
    }

    public ScriptedServer(Script script) throws IOException {
        this.script = script;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** An answer with a body. */
    public static Optional<String> answer(int status, String body) {
        return Optional.of("HTTP/1.1 " + status + " Said\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    /** How many requests have come. */
    public int requests() {
        return requests.get();
    }

    /** For a script that never answers: waits until the server is closed. */
    public Optional<String> silence() throws InterruptedException {
        closing.await();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listening.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            closing.countDown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            Optional<String> body = request(in);
            while (body.isPresent()) {
                Optional<String> answer = script.answer(requests.getAndIncrement(), body.get());
                if (answer.isEmpty()) {
                    return;
                }
                connection.getOutputStream().write(answer.get().getBytes(StandardCharsets.UTF_8));
                body = request(in);
            }
        } catch (IOException | InterruptedException gone) {
            // The client has hung up, or the test is over.
        }
    }

    private static Optional<String> request(InputStream in) throws IOException {
        int length = 0;
        String line = line(in);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        while (!line.isEmpty()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
                length = Integer.parseInt(line.substring("content-length: ".length()));
            }
            line = line(in);
        }
        return Optional.of(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    /** Empty at the end too. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
