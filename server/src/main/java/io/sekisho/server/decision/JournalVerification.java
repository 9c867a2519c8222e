package io.sekisho.server.decision;

import io.sekisho.engine.policy.Policy;
import io.sekisho.server.catalog.PolicyShelf;
import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalCursor;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.RecordCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides a whole journal again and compares every decision with the one that stands in it. Changes nothing. */
public final class JournalVerification {

    private final Path folder;
    private final PolicyShelf shelf;

    public JournalVerification(Path folder, PolicyShelf shelf) {
        this.folder = folder;
        this.shelf = shelf;
    }

    /**
     * What was found.
     *
     * @param records of the journal; a server may go on writing it, and what it has not finished is not counted
     * @param decisions that were taken again
     * @param differences numbers of the records that came out otherwise, the first hundred
     */
    public record Result(long records, long decisions, List<Long> differences) {
        public Result {
            differences = List.copyOf(differences);
        }

        public boolean isClean() {
            return differences.isEmpty();
        }
    }

    /** The records during which one policy was live: {@code (activated, end)}. */
    private record Era(PolicyActivated policy, long activated, long end) {}

    /** Each policy saw all events before it as its history, so the journal is read anew for each. */
    public Result verify() throws IOException {
        List<Era> eras = eras();
        List<Long> differences = new ArrayList<>();
        long decisions = 0;
        for (Era era : eras) {
            Rebuild rebuild = rebuild(era);
            decisions += rebuild.compared();
            differences.addAll(rebuild.differences());
        }
        long records = eras.isEmpty() ? 0 : eras.getLast().end() - 1;
        return new Result(
                records, decisions, differences.subList(0, Math.min(Rebuild.MOST_DIFFERENCES, differences.size())));
    }

    private List<Era> eras() throws IOException {
        List<Era> eras = new ArrayList<>();
        long next = 1;
        try (JournalCursor cursor = Journal.read(folder)) {
            for (var record = cursor.following(); record.isPresent(); record = cursor.following()) {
                next = record.get().number() + 1;
                if (RecordCodec.isPolicy(record.get().payload())) {
                    PolicyActivated policy =
                            (PolicyActivated) RecordCodec.read(record.get().payload());
                    end(eras, next - 1);
                    eras.add(new Era(policy, next - 1, Long.MAX_VALUE));
                }
            }
        }
        end(eras, next);
        return eras;
    }

    private static void end(List<Era> eras, long end) {
        if (!eras.isEmpty()) {
            Era open = eras.removeLast();
            eras.add(new Era(open.policy(), open.activated(), end));
        }
    }

    private Rebuild rebuild(Era era) throws IOException {
        Policy policy = shelf.newPolicy(era.policy().policyId());
        ListCatalog lists = new ListCatalog(policy.definition().lists(), shelf::eventForm);
        Rebuild rebuild = new Rebuild(policy, lists, era.activated() + 1);
        try (JournalCursor cursor = Journal.read(folder)) {
            for (long number = 1; number < era.end(); number++) {
                Optional<JournalCursor.Numbered> record = cursor.following();
                rebuild.take(RecordCodec.read(record.orElseThrow().payload()));
            }
        }
        return rebuild;
    }
}
