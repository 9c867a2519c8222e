package io.sekisho.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on loopback that answers what the test says: one answer after the other, the last for ever. */
final class Gate implements AutoCloseable {

    /** So long that a busy machine does not reach it. */
    static final Duration AMPLE = Duration.ofSeconds(30);

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Answer> answers;
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

    /** What came in, and from which port of the client. */
    record Call(int port, String method, String path, Headers headers, String body) {}

    /** What goes out. */
    interface Answer {
        void to(HttpExchange exchange, Gate gate) throws IOException;
    }

    private Gate(List<Answer> answers) throws IOException {
        this.answers = List.copyOf(answers);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    static Gate answering(Answer... answers) throws IOException {
        return new Gate(List.of(answers));
    }

    static Answer answer(int status, String contentType, String body, String... headers) {
        return (exchange, gate) -> {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    static Answer problem(int status, Map<String, Object> members, String... headers) {
        return answer(status, "application/problem+json", JsonWriter.write(members), headers);
    }

    static Answer json(int status, String body) {
        return answer(status, "application/json", body);
    }

    /** The connection ends before an answer comes. */
    static Answer broken() {
        return (exchange, gate) -> exchange.close();
    }

    /** No answer before the gate is closed. */
    static Answer silence() {
        return (exchange, gate) -> gate.await();
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Settings with ample deadlines. */
    ClientSettings client() {
        return SekishoClient.at(uri())
                .apiKey("sk_test")
                .connectTimeout(AMPLE)
                .deadline(AMPLE)
                .sendDeadline(AMPLE)
                .firstPause(Duration.ofMillis(1));
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int place = calls.size();
        calls.add(new Call(
                exchange.getRemoteAddress().getPort(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                body));
        answers.get(Math.min(place, answers.size() - 1)).to(exchange, this);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
