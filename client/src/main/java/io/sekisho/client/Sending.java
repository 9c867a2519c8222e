package io.sekisho.client;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Events on their way to the server, batch after batch. Used once; a batch begins when the one before it was answered. */
final class Sending {

    private final Door door;
    private final Effort effort;
    private final List<ShopEvent> events;
    private final List<Batch> batches;
    private final SendMode mode;
    private volatile boolean isCancelled;
    private volatile @Nullable CompletableFuture<Reply> open;

    Sending(Door door, Effort effort, List<ShopEvent> events, SendMode mode) {
        this.door = door;
        this.effort = effort;
        this.events = List.copyOf(events);
        this.batches = Batch.of(this.events);
        this.mode = mode;
    }

    CompletableFuture<Receipt> start() {
        return continueWith(0, new Receipt(0, 0, List.of(), null));
    }

    /** Ends the batch that is under way, and begins no other. */
    void cancel() {
        isCancelled = true;
        CompletableFuture<Reply> reply = open;
        if (reply != null) {
            reply.cancel(true);
        }
    }

    private CompletableFuture<Receipt> continueWith(int next, Receipt sofar) {
        if (next == batches.size() || sofar.failure() != null) {
            return CompletableFuture.completedFuture(sofar);
        }
        Batch batch = batches.get(next);
        CompletableFuture<Reply> reply = door.post(parcel(batch), effort);
        open = reply;
        if (isCancelled) {
            reply.cancel(true);
        }
        return reply.thenCompose(answer -> continueWith(next + 1, after(batch, answer, sofar)));
    }

    private Door.Parcel parcel(Batch batch) {
        String path = mode == SendMode.PARTIAL ? "/v1/events?partial=true" : "/v1/events";
        long seed = events.get(batch.from()).id().hashCode();
        return new Door.Parcel(path, "application/x-ndjson", BodyPublishers.ofByteArray(batch.ndjson(events)), seed);
    }

    private static Receipt after(Batch batch, Reply reply, Receipt sofar) {
        if (reply.failure() != null || reply.status() != 202) {
            return failed(sofar, placed(batch, reply.toFailure()));
        }
        return reply.object()
                .map(told -> accepted(batch, told, sofar))
                .orElseGet(() -> failed(sofar, reply.unusable("The answer is no receipt")));
    }

    /** Where the server does not count what it took, it took every line that it does not name. */
    private static Receipt accepted(Batch batch, JsonObject told, Receipt sofar) {
        List<Problem> problems = Reply.problems(told);
        long refused = problems.stream()
                .map(Problem::line)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        long accepted = told.whole("accepted").orElse(batch.size() - refused);
        List<Problem> all = new ArrayList<>(sofar.refused());
        all.addAll(batch.placed(problems));
        return new Receipt(sofar.accepted() + (int) accepted, batch.to(), all, null);
    }

    private static Receipt failed(Receipt sofar, Failure failure) {
        return new Receipt(sofar.accepted(), sofar.settled(), sofar.refused(), failure);
    }

    private static Failure placed(Batch batch, Failure failure) {
        return new Failure(failure.cause(), failure.httpStatus(), failure.detail(), batch.placed(failure.problems()));
    }
}
