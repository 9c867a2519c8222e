package io.sekisho.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Takes one connection, says nothing, and listens until the client closes it. */
final class Listener implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Void> firstByte = new CompletableFuture<>();
    private final CompletableFuture<String> heard = new CompletableFuture<>();

    Listener() throws IOException {
        // Not on the common pool, whose threads are few and which the client's futures use too.
        Thread.ofPlatform().daemon().start(() -> heard.completeAsync(this::listen, Runnable::run));
    }

    /** Settings with deadlines beyond {@link Gate#AMPLE}, so that it is not the deadline that closes the connection. */
    ClientSettings client() {
        return SekishoClient.at(URI.create("http://127.0.0.1:" + socket.getLocalPort()))
                .apiKey("sk_test")
                .deadline(Gate.AMPLE.multipliedBy(10))
                .sendDeadline(Gate.AMPLE.multipliedBy(10));
    }

    /** Waits until the client has begun to send. */
    void awaitFirstByte() {
        firstByte.join();
    }

    /** Waits until the client closes the connection, and fails where it does not; all that it sent. */
    String heard() {
        return heard.orTimeout(Gate.AMPLE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private String listen() {
        try (Socket connection = socket.accept()) {
            InputStream in = connection.getInputStream();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(in.read());
            firstByte.complete(null);
            in.transferTo(all);
            return all.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
