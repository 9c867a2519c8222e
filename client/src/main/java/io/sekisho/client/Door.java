package io.sekisho.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The gate as a client sees it: addresses, key, connections, and a thread that watches deadlines. Thread-safe. */
final class Door implements AutoCloseable {

    /** A decision has a few kilobytes, a list of 1,000 bad lines some hundred. */
    static final int MOST_ANSWER_BYTES = 1024 * 1024;

    private final List<URI> gates;
    private final String apiKey;
    private final HttpClient http;
    private final ScheduledThreadPoolExecutor timer;

    Door(List<URI> gates, String apiKey, HttpClient http) {
        this.gates = gates;
        this.apiKey = apiKey;
        this.http = http;
        this.timer = new ScheduledThreadPoolExecutor(1, Door::watcher);
        // Most deadlines are cancelled long before they come.
        timer.setRemoveOnCancelPolicy(true);
    }

    /** What is sent, where, and as what. */
    record Parcel(String path, String contentType, HttpRequest.BodyPublisher body, long seed) {}

    /** Posts it, with retries. */
    CompletableFuture<Reply> post(Parcel parcel, Effort effort) {
        List<HttpRequest> requests =
                gates.stream().map(gate -> request(gate, parcel)).toList();
        return new Exchange(new Exchange.Line(http, timer, MOST_ANSWER_BYTES), requests, effort, parcel.seed()).start();
    }

    /** What is under way ends by its deadline, without further attempts. */
    @Override
    public void close() {
        timer.shutdown();
    }

    @Override
    public String toString() {
        return gates.toString();
    }

    private HttpRequest request(URI gate, Parcel parcel) {
        String base = gate.toString();
        String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return HttpRequest.newBuilder(URI.create(root + parcel.path()))
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", parcel.contentType())
                .header("Accept", "application/json, application/problem+json")
                .header("User-Agent", "sekisho-client")
                .POST(parcel.body())
                .build();
    }

    private static Thread watcher(Runnable task) {
        Thread thread = new Thread(task, "sekisho-client-deadlines");
        thread.setDaemon(true);
        return thread;
    }
}
