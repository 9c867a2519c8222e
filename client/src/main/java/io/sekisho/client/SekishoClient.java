package io.sekisho.client;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * The shop's way to Sekisho: asks for decisions and sends events.
 *
 * <p>Thread-safe; a shop keeps one. Whatever goes wrong on the way, the answer is a value and no exception: a decision by
 * the {@link FailPolicy} that is marked as degraded, or a {@link Receipt} that says what is not settled. Connections that
 * fail and the answers 429, 502, 503 and 504 are tried again with the same bytes, as often as the settings allow, and
 * within the deadline; a {@code Retry-After} in seconds is kept where it fits within it, else the request ends at once.
 */
public final class SekishoClient implements AutoCloseable {

    private final Door door;
    private final Effort deciding;
    private final Effort sending;
    private final FailPolicy failPolicy;

    SekishoClient(Door door, Effort deciding, Effort sending, FailPolicy failPolicy) {
        this.door = door;
        this.deciding = deciding;
        this.sending = sending;
        this.failPolicy = failPolicy;
    }

    /**
     * Begins a client.
     *
     * @param gates addresses of one gate, as in {@code http://sekisho:8081}; each further attempt takes the next
     */
    public static ClientSettings at(URI... gates) {
        return new ClientSettings(List.of(gates));
    }

    /** Asks for the decision on an event, and waits. */
    public Decision decide(ShopEvent event) {
        CompletableFuture<Reply> reply = ask(event);
        return await(
                cancelling(() -> reply.cancel(true), reply.thenApply(answer -> decision(event, answer))),
                failure -> degraded(event, failure, Optional.empty(), ""));
    }

    /** As {@link #decide(ShopEvent)}; a draft that is no sound event gets the fail policy's decision too. */
    public Decision decide(EventDraft draft) {
        try {
            return decide(draft.build());
        } catch (InvalidEventException invalid) {
            return refused(draft, invalid);
        }
    }

    /**
     * Asks for the decision on an event.
     *
     * <p>The future completes with a decision always, on the common pool: stages that block delay no deadline.
     * Cancelling it ends the request.
     */
    public CompletableFuture<Decision> decideAsync(ShopEvent event) {
        CompletableFuture<Reply> reply = ask(event);
        return cancelling(() -> reply.cancel(true), reply.thenApplyAsync(answer -> decision(event, answer)));
    }

    /** As {@link #decideAsync(ShopEvent)}; a draft that is no sound event gets the fail policy's decision too. */
    public CompletableFuture<Decision> decideAsync(EventDraft draft) {
        try {
            return decideAsync(draft.build());
        } catch (InvalidEventException invalid) {
            return CompletableFuture.completedFuture(refused(draft, invalid));
        }
    }

    /** Sends events without waiting for decisions, and waits until they are durable; a batch with a bad one not at all. */
    public Receipt send(List<ShopEvent> events) {
        return send(events, SendMode.ALL_OR_NOTHING);
    }

    /**
     * Sends events without waiting for decisions, and waits until they are durable.
     *
     * <p>They go in their order, in batches of at most 1,000 events and 8 MiB, one after the other; a batch that fails
     * ends the sending. The deadline and the number of attempts are those of each batch, and so is "all or nothing".
     */
    public Receipt send(List<ShopEvent> events, SendMode mode) {
        Sending under = new Sending(door, sending, events, mode);
        return await(cancelling(under::cancel, under.start()), failure -> new Receipt(0, 0, List.of(), failure));
    }

    /** As {@link #send(List, SendMode)}, without waiting. */
    public CompletableFuture<Receipt> sendAsync(List<ShopEvent> events, SendMode mode) {
        Sending under = new Sending(door, sending, events, mode);
        return cancelling(under::cancel, under.start().thenApplyAsync(receipt -> receipt));
    }

    /** Frees the thread that watches deadlines; what is under way ends by its deadline, without further attempts. */
    @Override
    public void close() {
        door.close();
    }

    @Override
    public String toString() {
        return "SekishoClient" + door;
    }

    private CompletableFuture<Reply> ask(ShopEvent event) {
        Door.Parcel parcel = new Door.Parcel(
                "/v1/decisions",
                "application/json",
                BodyPublishers.ofByteArray(event.bytes()),
                event.id().hashCode());
        return door.post(parcel, deciding);
    }

    private Decision decision(ShopEvent event, Reply reply) {
        if (reply.failure() != null || reply.status() != 200) {
            return degraded(event, reply.toFailure(), reply.failPolicy(), reply.text());
        }
        return DecisionReader.read(event, reply)
                .orElseGet(() -> degraded(
                        event,
                        reply.unusable("The answer is no decision about this event; is this the gate of Sekisho?"),
                        Optional.empty(),
                        reply.text()));
    }

    private Decision degraded(ShopEvent event, Failure failure, Optional<Outcome> ofServer, String json) {
        FailPolicy.Choice choice = failPolicy.choose(event.typeName(), event.hasGift(), ofServer);
        return Decision.degraded(
                event.id(), choice.outcome(), new Decision.Degradation(failure, choice.origin()), json);
    }

    private Decision refused(EventDraft draft, InvalidEventException invalid) {
        FailPolicy.Choice choice = failPolicy.choose(draft.typeName(), draft.hasGift(), Optional.empty());
        Failure failure = new Failure(
                Cause.INVALID_EVENT, null, "The event was not sent, as it is not sound", invalid.problems());
        return Decision.degraded(
                draft.idOrEmpty(), choice.outcome(), new Decision.Degradation(failure, choice.origin()), "");
    }

    /** Whoever cancels the answer ends the request too. */
    private static <T> CompletableFuture<T> cancelling(Runnable request, CompletableFuture<T> answer) {
        CompletableFuture<T> unused = answer.whenComplete((value, failure) -> {
            if (failure instanceof CancellationException) {
                request.run();
            }
        });
        return answer;
    }

    private static <T> T await(CompletableFuture<T> answer, Function<Failure, T> otherwise) {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return otherwise.apply(Failure.of(Cause.INTERRUPTED, "The waiting thread was interrupted"));
        } catch (ExecutionException ours) {
            throw new IllegalStateException("The client failed on an answer", ours.getCause());
        }
    }
}
