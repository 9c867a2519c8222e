package io.sekisho.server.decision;

import io.sekisho.server.access.Doorkeeper;
import io.sekisho.server.intake.Admission;
import io.sekisho.server.intake.EventSplit;
import io.sekisho.server.intake.EventSplit.Line;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.HttpProblem.Item;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One request with a batch of events on its way: all of them or none, unless it asks for the good ones. */
final class BatchRequest {

    static final int MOST_EVENTS = 1_000;
    static final int MOST_BYTES = 8 << 20;

    private static final String LINES = "application/x-ndjson";
    private static final String TYPES =
            "application/json (an event or an array), application/cloudevents-batch+json or " + LINES;

    private final EventDoor door;
    private final EventDoor.Request request;
    private final long receivedNanos;
    private final List<Admission.Accepted> events = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Item> problems = new ArrayList<>();
    private int refused;

    BatchRequest(EventDoor door, EventDoor.Request request, long receivedNanos) {
        this.door = door;
        this.request = request;
        this.receivedNanos = receivedNanos;
    }

    void run(Consumer<Answer> answer) {
        Optional<Answer> outright = check();
        if (outright.isPresent()) {
            answer.accept(outright.get());
            return;
        }
        boolean isRefusedWhole = !problems.isEmpty() && !request.isPartial();
        if (isRefusedWhole) {
            answer.accept(DoorProblems.invalidLines(problems));
        } else if (events.isEmpty()) {
            answer.accept(accepted(0, 0));
        } else {
            door.decisions()
                    .submit(new Command.Accept(
                            events,
                            !request.isPartial(),
                            Treatment.DECIDED,
                            receivedNanos,
                            receipt -> request.replies().execute(() -> answer.accept(answer(receipt)))));
        }
    }

    /** What keeps the batch from being taken at all; otherwise its events are read. */
    private Optional<Answer> check() {
        String type = EventDoor.mediaType(request.contentType());
        boolean isLines = type.equals(LINES);
        if (!isLines && !EventDoor.isSingle(type) && !type.equals("application/cloudevents-batch+json")) {
            return Optional.of(DoorProblems.wrongContentType(TYPES));
        }
        if (request.body().length > MOST_BYTES) {
            return Optional.of(DoorProblems.tooLarge(MOST_BYTES));
        }
        List<Line> lines = isLines ? EventSplit.lines(request.body()) : EventSplit.elements(request.body());
        if (lines.isEmpty()) {
            return Optional.of(DoorProblems.empty());
        }
        if (lines.size() > MOST_EVENTS) {
            return Optional.of(DoorProblems.tooMany(MOST_EVENTS));
        }
        return charge(lines.size()).or(() -> {
            lines.forEach(this::read);
            return Optional.empty();
        });
    }

    /** The request itself was charged as one. */
    private Optional<Answer> charge(int count) {
        return count > 1 && door.doorkeeper().charge(request.key(), count - 1) instanceof Doorkeeper.Verdict.Refused no
                ? Optional.of(Answer.of(no.problem()).with(no.headers()))
                : Optional.empty();
    }

    private void read(Line line) {
        switch (door.read(line.bytes(), request.key())) {
            case Admission.Accepted accepted -> {
                events.add(accepted);
                numbers.add(line.number());
            }
            case Admission.Refused no -> {
                refused++;
                door.meters().invalid();
                no.problems().forEach(problem -> problems.add(DoorProblems.item(line.number(), problem)));
            }
        }
    }

    private Answer answer(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Refused no -> DoorProblems.unavailable(no.reason(), Optional.empty());
            case Receipt.Conflicting conflicting ->
                DoorProblems.conflict(
                        conflicting.indexes().stream()
                                .map(index -> DoorProblems.conflict(numbers.get(index)))
                                .toList(),
                        Optional.empty());
            case Receipt.Done done -> answer(done.fates());
        };
    }

    private Answer answer(List<Receipt.Fate> fates) {
        int fresh = 0;
        int repeated = 0;
        for (int i = 0; i < fates.size(); i++) {
            door.meters().took(fates.get(i));
            switch (fates.get(i)) {
                case Receipt.Fate.Fresh event -> fresh++;
                case Receipt.Fate.Repeated event -> repeated++;
                case Receipt.Fate.Conflict conflict -> {
                    refused++;
                    problems.add(DoorProblems.conflict(numbers.get(i)));
                }
            }
        }
        return accepted(fresh, repeated);
    }

    private Answer accepted(long fresh, long repeated) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accepted", fresh);
        body.put("repeated", repeated);
        body.put("refused", (long) refused);
        body.put(
                "problems",
                DoorProblems.bounded(problems).stream().map(HttpProblem::item).toList());
        return Answer.json(202, new CanonicalJson().write(body).getBytes(StandardCharsets.UTF_8));
    }
}
