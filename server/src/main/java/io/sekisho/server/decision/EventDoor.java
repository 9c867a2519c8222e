package io.sekisho.server.decision;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.policy.FailPolicy;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.server.access.ApiKey;
import io.sekisho.server.access.Doorkeeper;
import io.sekisho.server.intake.Admission;
import io.sekisho.server.intake.Intakes;
import io.sekisho.server.platform.Ticker;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What both doors do with a request that brings events: the gate without ever waiting, the main port likewise. */
public final class EventDoor {

    private static final Logger LOG = LoggerFactory.getLogger(EventDoor.class);
    private static final String SINGLE_TYPES = "application/json or application/cloudevents+json";

    private final Decisions decisions;
    private final Intakes intakes;
    private final Doorkeeper doorkeeper;
    private final DecisionMeters meters;
    private final InstantSource time;
    private final Ticker ticker;

    EventDoor(Decisions decisions, Intakes intakes, Doorkeeper doorkeeper, DecisionMeters meters, Clocks clocks) {
        this.decisions = decisions;
        this.intakes = intakes;
        this.doorkeeper = doorkeeper;
        this.meters = meters;
        this.time = clocks.time();
        this.ticker = clocks.ticker();
    }

    /** What time it is, and how long something takes. */
    record Clocks(InstantSource time, Ticker ticker) {}

    /**
     * A request whose caller may send events.
     *
     * @param isPartial true where the good events of a batch are taken and the others named
     * @param replies where the answer is made and given: never the deciding thread
     */
    public record Request(ApiKey key, @Nullable String contentType, byte[] body, boolean isPartial, Executor replies) {}

    /**
     * Decides one event, and answers once the decision is durable.
     *
     * @param answer called once
     */
    public void decide(Request request, Consumer<Answer> answer) {
        long received = ticker.nanos();
        if (!isSingle(request.contentType())) {
            answer.accept(DoorProblems.wrongContentType(SINGLE_TYPES));
            return;
        }
        if (request.body().length > EventReader.MOST_BYTES) {
            answer.accept(DoorProblems.tooLarge(EventReader.MOST_BYTES));
            return;
        }
        switch (read(request.body(), request.key())) {
            case Admission.Refused refused -> answer.accept(invalid(request.body(), refused.problems()));
            case Admission.Accepted accepted ->
                decisions.submit(new Command.Accept(
                        List.of(accepted),
                        false,
                        Treatment.DECIDED,
                        received,
                        receipt ->
                                request.replies().execute(() -> answer(request, receipt, accepted.event(), answer))));
        }
    }

    /** Accepts events, and answers once they are durable. */
    public void accept(Request request, Consumer<Answer> answer) {
        new BatchRequest(this, request, ticker.nanos()).run(answer);
    }

    Admission read(byte[] bytes, ApiKey key) {
        return intakes.with(intake -> intake.read(bytes, time.millis(), key.id()));
    }

    Decisions decisions() {
        return decisions;
    }

    Doorkeeper doorkeeper() {
        return doorkeeper;
    }

    DecisionMeters meters() {
        return meters;
    }

    static boolean isSingle(@Nullable String contentType) {
        String type = mediaType(contentType);
        return type.isEmpty() || type.equals("application/json") || type.equals("application/cloudevents+json");
    }

    /** Without parameters, in small letters; empty where there is none. */
    static String mediaType(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private Answer invalid(byte[] body, List<JsonProblem> problems) {
        meters.invalid();
        List<JsonProblem> ignored = new ArrayList<>();
        Object tree = JsonTree.read(body, 0, body.length, ignored).orElse(null);
        return DoorProblems.invalid(problems, DoorProblems.fail(failPolicy(), tree));
    }

    private void answer(Request request, Receipt receipt, Event event, Consumer<Answer> answer) {
        switch (receipt) {
            case Receipt.Refused refused -> answer.accept(DoorProblems.unavailable(refused.reason(), fail(event)));
            case Receipt.Conflicting conflicting ->
                answer.accept(DoorProblems.conflict(List.of(DoorProblems.conflict(null)), fail(event)));
            case Receipt.Done done -> answer(request, done.fates().getFirst(), event, answer);
        }
    }

    private void answer(Request request, Receipt.Fate fate, Event event, Consumer<Answer> answer) {
        meters.took(fate);
        switch (fate) {
            case Receipt.Fate.Fresh fresh ->
                answer.accept(Answer.json(200, decisions.texts().of(fresh)));
            case Receipt.Fate.Repeated again ->
                // Reading waits for the disk, which the replies' thread may not.
                Thread.startVirtualThread(() -> {
                    Answer recorded = recorded(again.number(), event);
                    request.replies().execute(() -> answer.accept(recorded));
                });
            case Receipt.Fate.Conflict conflict ->
                answer.accept(DoorProblems.conflict(List.of(DoorProblems.conflict(null)), fail(event)));
        }
    }

    /** The edge: whoever sends an event again must get an answer. */
    private Answer recorded(long number, Event event) {
        try {
            EventAccepted record = (EventAccepted) decisions.log().read(number);
            return Answer.json(200, decisions.texts().of(number, record));
        } catch (RuntimeException failed) {
            LOG.atError().setCause(failed).addKeyValue("record", number).log("A recorded decision cannot be read");
            return DoorProblems.unavailable(Unavailability.RECORD_UNREADABLE, fail(event));
        }
    }

    private Optional<Outcome> fail(Event event) {
        return Optional.of(failPolicy().outcome(event.typeName(), event.carriesStoredValue()));
    }

    private FailPolicy failPolicy() {
        return new FailPolicy(decisions.livePolicy().definition());
    }
}
