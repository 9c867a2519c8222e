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

/** Takes one connection, says nothing, and listens until the client closes it. */
final class Listener implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Void> firstByte = new CompletableFuture<>();
    private final CompletableFuture<String> heard = CompletableFuture.supplyAsync(this::listen);

    Listener() throws IOException {}

    ClientSettings client() {
        return SekishoClient.at(URI.create("http://127.0.0.1:" + socket.getLocalPort()))
                .apiKey("sk_test")
                .deadline(Gate.AMPLE)
                .sendDeadline(Gate.AMPLE);
    }

    /** Waits until the client has begun to send. */
    void awaitFirstByte() {
        firstByte.join();
    }

    /** Waits until the client closes the connection; all that it sent. */
    String heard() {
        return heard.join();
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
