package io.sekisho.server.decision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sekisho.engine.rule.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What is measured of deciding. May be shared by threads. */
final class DecisionMeters {

    private final Map<Outcome, Counter> decided = new EnumMap<>(Outcome.class);
    private final Counter counted;
    private final Counter repeated;
    private final Counter refusedForLackOfRoom;
    private final Counter invalid;
    private final Timer latency;
    private final Timer commit;
    private final DistributionSummary batchSize;

    DecisionMeters(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            decided.put(outcome, registry.counter("sekisho.decisions", "outcome", outcome.word()));
        }
        counted = registry.counter("sekisho.events.counted");
        repeated = registry.counter("sekisho.events.repeated");
        invalid = registry.counter("sekisho.events.invalid");
        refusedForLackOfRoom = registry.counter("sekisho.queue.refusals");
        latency = Timer.builder("sekisho.decision.latency")
                .description("From the receipt of an event to the decision on it, before the answer")
                .publishPercentileHistogram()
                .register(registry);
        commit = Timer.builder("sekisho.journal.batch")
                .description("From the first event of a batch to its being durable")
                .publishPercentileHistogram()
                .register(registry);
        batchSize = DistributionSummary.builder("sekisho.journal.batch.size")
                .description("Commands made durable together")
                .register(registry);
    }

    void took(Receipt.Fate fate) {
        switch (fate) {
            case Receipt.Fate.Fresh fresh -> took(fresh);
            case Receipt.Fate.Repeated again -> repeated.increment();
            case Receipt.Fate.Conflict conflict -> invalid.increment();
        }
    }

    void invalid() {
        invalid.increment();
    }

    void refused() {
        refusedForLackOfRoom.increment();
    }

    void batch(int commands, long nanos) {
        batchSize.record(commands);
        commit.record(nanos, TimeUnit.NANOSECONDS);
    }

    private void took(Receipt.Fate.Fresh fresh) {
        fresh.assessment().ifPresentOrElse(made -> count(made.outcome()), counted::increment);
        latency.record(fresh.latencyMicros(), TimeUnit.MICROSECONDS);
    }

    private void count(Outcome outcome) {
        Counter counter = decided.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
