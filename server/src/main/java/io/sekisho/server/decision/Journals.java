package io.sekisho.server.decision;

import io.sekisho.engine.policy.Policy;
import io.sekisho.server.catalog.PolicyShelf;
import io.sekisho.server.catalog.ShelvedPolicy;
import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalCursor;
import io.sekisho.wire.journal.JournalOwner;
import io.sekisho.wire.journal.JournalReader;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.RecordCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Opens the journal of a data folder, with the engine that belongs to it. */
final class Journals {

    private final Path folder;
    private final JournalOwner owner;
    private final PolicyShelf shelf;

    Journals(Path folder, JournalOwner owner, PolicyShelf shelf) {
        this.folder = folder;
        this.owner = owner;
        this.shelf = shelf;
    }

    /**
     * A journal and its engine.
     *
     * @param repair what was cut off at the end, if anything was
     * @param differences records that the engine decides otherwise today
     */
    record Opened(Ledger ledger, Optional<String> repair, List<Long> differences) {}

    /** The policy that goes live unless another is, and whether it goes live in any case. */
    record Choice(ShelvedPolicy policy, boolean isForced, long atMillis, String actor) {}

    /** Opens the journal and builds the engine; a policy that goes live is recorded and durable. */
    Opened open(Choice choice, LongConsumer progress) throws IOException {
        LastPolicy last = new LastPolicy();
        Journal journal = Journal.open(folder, owner, last::see);
        boolean isOpen = false;
        try {
            Opened opened = open(journal, last, choice, progress);
            isOpen = true;
            return opened;
        } finally {
            if (!isOpen) {
                journal.abandon();
            }
        }
    }

    private Opened open(Journal journal, LastPolicy last, Choice choice, LongConsumer progress) throws IOException {
        long lastId = last.found == null ? choice.policy().id() : last.found.policyId();
        boolean isSame = lastId == choice.policy().id();
        boolean isKept = last.found != null && (!choice.isForced() || isSame);
        long policyId = isKept ? lastId : choice.policy().id();
        long liveFrom = isKept ? last.number + 1 : journal.lastNumber() + 2;
        Rebuild rebuild = rebuild(journal, policyId, liveFrom, progress);
        Ledger ledger = new Ledger(rebuild.engine(), policyId, journal, rebuild.lists());
        if (!isKept) {
            activate(ledger, choice);
        }
        return new Opened(ledger, journal.repair(), rebuild.differences());
    }

    private Rebuild rebuild(Journal journal, long policyId, long liveFrom, LongConsumer progress) throws IOException {
        Policy policy = shelf.newPolicy(policyId);
        ListCatalog lists = new ListCatalog(policy.definition().lists(), shelf::eventForm);
        Rebuild rebuild = new Rebuild(policy, lists, liveFrom);
        try (JournalReader reader = journal.reader()) {
            rebuild.run(reader, journal.lastNumber(), progress);
        }
        return rebuild;
    }

    private static void activate(Ledger ledger, Choice choice) throws IOException {
        ShelvedPolicy policy = choice.policy();
        ledger.activate(new PolicyActivated(
                policy.id(), policy.fingerprint(), policy.version(), choice.atMillis(), choice.actor()));
        ledger.journal().commit();
    }

    /** Finds the policy that went live last, while the records pass by. */
    private static final class LastPolicy {
        private @Nullable PolicyActivated found;
        private long number;

        void see(JournalCursor.Numbered record) {
            if (RecordCodec.isPolicy(record.payload())) {
                found = (PolicyActivated) RecordCodec.read(record.payload());
                number = record.number();
            }
        }
    }
}
