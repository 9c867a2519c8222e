package io.sekisho.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request with its attempts: each sends the same bytes, to the next address of the gate.
 *
 * <p>At the deadline the request ends with the last failure that was seen, or as timed out. The time that is left is
 * read from the deadline's own timer, so that no clock is needed. Attempts follow each other, never overlap.
 */
final class Exchange {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final HttpClient http;
    private final ScheduledExecutorService timer;
    private final List<HttpRequest> requests;
    private final Effort effort;
    private final SplittableRandom draw;
    private final int mostAnswerBytes;

    private final CompletableFuture<Reply> result = new CompletableFuture<>();
    private volatile @Nullable ScheduledFuture<?> deadline;
    private volatile @Nullable Reply last;
    private volatile @Nullable CompletableFuture<?> inFlight;
    private volatile @Nullable ScheduledFuture<?> next;

    /** Attempts are handed from thread to thread, one after the other. */
    private int attempt;

    /** What all exchanges of a client share. */
    record Line(HttpClient http, ScheduledExecutorService timer, int mostAnswerBytes) {}

    /**
     * @param requests the same one for each address of the gate
     * @param seed of the pauses
     */
    Exchange(Line line, List<HttpRequest> requests, Effort effort, long seed) {
        this.http = line.http();
        this.timer = line.timer();
        this.mostAnswerBytes = line.mostAnswerBytes();
        this.requests = List.copyOf(requests);
        this.effort = effort;
        this.draw = new SplittableRandom(seed);
    }

    /** Starts; the future never completes with an exception, and cancelling it ends the exchange. */
    CompletableFuture<Reply> start() {
        try {
            deadline = timer.schedule(this::passDeadline, effort.deadline().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            result.complete(Reply.failed(Failure.of(Cause.CLIENT_CLOSED, "The client was closed before")));
            return result;
        }
        CompletableFuture<Reply> unused = result.whenComplete((reply, failure) -> stop());
        attempt();
        return result;
    }

    private void passDeadline() {
        Reply seen = last;
        result.complete(
                seen != null
                        ? seen
                        : Reply.failed(Failure.of(
                                Cause.TIMEOUT,
                                "No answer within " + effort.deadline().toMillis() + " ms")));
    }

    private void stop() {
        // Without interrupting: the deadline itself may be what runs here.
        Stream.of(deadline, next).filter(Objects::nonNull).forEach(task -> task.cancel(false));
        CompletableFuture<?> open = inFlight;
        if (open != null) {
            open.cancel(true);
        }
    }

    private void attempt() {
        HttpRequest request = requests.get(attempt % requests.size());
        attempt++;
        CompletableFuture<Reply> answered = new CompletableFuture<>();
        CompletableFuture<?> sent = http.sendAsync(request, head -> body(request, head, answered));
        inFlight = sent;
        if (result.isDone()) {
            sent.cancel(true);
        }
        // An answer was taken already, by its body; this is for what fails before there is one.
        CompletableFuture<?> unusedToo = sent.whenComplete((response, failure) -> {
            if (failure != null) {
                answered.complete(broken(request.uri(), failure));
            }
        });
        CompletableFuture<Void> unused = answered.thenAccept(reply -> {
            // Cancelling what was answered would close its connection, which the next request wants.
            inFlight = null;
            settle(reply);
        });
    }

    /*
     * The future of sendAsync completes on the common pool, which is the shop's too: where the shop blocks it, no answer
     * would come. So the answer is taken where it is read, on a thread of the HTTP client. Only what fails without an
     * answer still takes that way, and at worst it counts as a time-out.
     */
    private BoundedBody body(HttpRequest request, HttpResponse.ResponseInfo head, CompletableFuture<Reply> answered) {
        BoundedBody body = new BoundedBody(mostAnswerBytes);
        CompletionStage<byte[]> unused = body.getBody()
                .whenComplete((bytes, failure) ->
                        answered.complete(failure == null ? reply(head, bytes) : broken(request.uri(), failure)));
        return body;
    }

    private void settle(Reply reply) {
        if (result.isDone()) {
            return;
        }
        last = reply;
        Duration pause = pause(reply);
        boolean isWorthwhile = reply.isPassing() && attempt < effort.attempts() && pause.compareTo(left()) < 0;
        if (!isWorthwhile) {
            result.complete(reply);
            return;
        }
        try {
            next = timer.schedule(this::retry, pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            result.complete(reply);
        }
    }

    private void retry() {
        if (!result.isDone()) {
            attempt();
        }
    }

    private Duration pause(Reply reply) {
        Duration own = effort.pauseAfter(attempt, draw);
        Duration asked = reply.retryAfter();
        return asked != null && asked.compareTo(own) > 0 ? asked : own;
    }

    private Duration left() {
        ScheduledFuture<?> end = deadline;
        return end == null ? Duration.ZERO : Duration.ofNanos(end.getDelay(TimeUnit.NANOSECONDS));
    }

    private static Reply reply(HttpResponse.ResponseInfo head, byte[] body) {
        HttpHeaders headers = head.headers();
        return new Reply(
                null,
                head.statusCode(),
                headers.firstValue("content-type").orElse(""),
                // A date instead of seconds would need a clock; the gate sends seconds.
                headers.firstValue("retry-after")
                        .filter(value -> SECONDS.matcher(value).matches())
                        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                        .orElse(null),
                Reply.decoded(body));
    }

    private static Reply broken(URI uri, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof BoundedBody.TooLargeException) {
            return Reply.failed(
                    Failure.of(Cause.UNUSABLE_ANSWER, "The answer is too large: a gate gives none that long"));
        }
        String what = cause.getClass().getSimpleName() + " at " + uri;
        return Reply.failed(
                Failure.of(cause instanceof IOException ? Cause.CONNECTION_FAILED : Cause.UNUSABLE_ANSWER, what));
    }
}
