package io.sekisho.cli.replay;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What a replay has counted so far. */
final class Tally {

    long lines;
    long accepted;
    long decided;
    long repeated;
    long badLines;
    long notEvaluated;

    /** True once a bad line has ended the deciding. */
    boolean isStopped;

    final Map<Outcome, Long> byOutcome = new EnumMap<>(Outcome.class);
    final Map<String, Long> byType = new TreeMap<>();

    void count(String typeName, Assessment assessment) {
        decided++;
        notEvaluated += assessment.status() == Assessment.Status.NOT_EVALUATED ? 1 : 0;
        byOutcome.merge(assessment.outcome(), 1L, Long::sum);
        byType.merge(typeName, 1L, Long::sum);
    }

    void writeTo(StateSink sink) {
        for (long count : new long[] {lines, accepted, decided, repeated, badLines, notEvaluated, isStopped ? 1 : 0}) {
            sink.putLong(count);
        }
        for (Outcome outcome : Outcome.values()) {
            sink.putLong(byOutcome.getOrDefault(outcome, 0L));
        }
        sink.putInt(byType.size());
        byType.forEach((type, count) -> {
            sink.putText(type);
            sink.putLong(count);
        });
    }

    static Tally readFrom(StateSource source) {
        Tally tally = new Tally();
        tally.lines = source.takeLong();
        tally.accepted = source.takeLong();
        tally.decided = source.takeLong();
        tally.repeated = source.takeLong();
        tally.badLines = source.takeLong();
        tally.notEvaluated = source.takeLong();
        tally.isStopped = source.takeLong() == 1;
        for (Outcome outcome : Outcome.values()) {
            tally.byOutcome.put(outcome, source.takeLong());
        }
        int types = source.takeInt();
        for (int i = 0; i < types; i++) {
            tally.byType.put(source.takeText(), source.takeLong());
        }
        return tally;
    }
}
