package io.sekisho.server.projection;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.policy.PolicyCompiler;
import io.sekisho.simulator.Simulation;
import io.sekisho.simulator.SimulationPlan;
import io.sekisho.wire.enrichment.Enricher;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalOwner;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.policy.PolicyDirectory;
import io.sekisho.wire.pseudonym.KeyedHash;
import io.sekisho.wire.pseudonym.PersonalLiterals;
import io.sekisho.wire.pseudonym.Pseudonymizer;
import io.sekisho.wire.record.DecisionCodec;
import io.sekisho.wire.record.EventEntry;
import io.sekisho.wire.record.EventEntry.Sealed;
import io.sekisho.wire.record.JournalRecord;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.JournalRecord.Treatment;
import io.sekisho.wire.record.RecordCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A journal as the deciding thread writes it, with the engine that decides. Commits are made by hand. */
public final class TestJournal implements AutoCloseable {

    public static final String SHOP = "default";
    static final long POLICY_ID = 7;

    private static final Policy POLICY = policy();

    private final Journal journal;
    private final Engine engine = new Engine(POLICY);
    private final EventReader reader = new EventReader();
    private final Enricher enricher = Enricher.shipped();
    private final KeyedHash hash = new KeyedHash(new byte[KeyedHash.KEY_BYTES]);
    private final Pseudonymizer pseudonymizer = new Pseudonymizer(hash);
    private final RecordCodec records = new RecordCodec();
    private final DecisionCodec decisions = new DecisionCodec();
    private volatile long committed;

    public TestJournal(Path folder) {
        journal = Journal.open(folder, new JournalOwner(SHOP, "key"));
        committed = journal.lastNumber();
    }

    /** The lines of a simulated stream. */
    public static List<String> simulated(long seed, int days, int accounts) {
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        new Simulation(SimulationPlan.of(seed, days, accounts)).run(events);
        return events.toString(StandardCharsets.UTF_8).lines().toList();
    }

    public KeyedHash hash() {
        return hash;
    }

    public JournalTail tail() {
        return new JournalTail(() -> committed, journal::reader, id -> {
            if (id != POLICY_ID) {
                throw new IllegalArgumentException("There is no policy " + id);
            }
            return POLICY;
        });
    }

    /** Accepts an event, decides it if its type is decided, and answers with its number. */
    public long accept(String line) throws IOException {
        return accept(line, false);
    }

    /** As something that happened before. */
    public long count(String line) throws IOException {
        return accept(line, true);
    }

    /** A change of a list. */
    long change(String list, boolean isAddition, String value, long expiryMillis) throws IOException {
        Sealed plain = value.startsWith("#") ? new Sealed(new Fingerprint(3, 4), new byte[] {0, 1, 2}) : Sealed.NONE;
        return append(new ListChanged(
                new Fingerprint(journal.lastNumber() + 1, 1),
                new Fingerprint(1, 1),
                1_700_000_000_000L + journal.lastNumber(),
                "key:k1",
                list,
                isAddition,
                value,
                plain,
                expiryMillis,
                "a note"));
    }

    long activate(String version) throws IOException {
        return append(new PolicyActivated(POLICY_ID, "f".repeat(64), version, 1_700_000_000_000L, "staff:s1"));
    }

    /** A record of bytes that mean nothing to this version. */
    long appendUnknown() throws IOException {
        journal.append(new byte[] {99, 1, 2, 3});
        return journal.lastNumber();
    }

    public void commit() throws IOException {
        journal.commit();
        committed = journal.lastNumber();
    }

    public long lastNumber() {
        return journal.lastNumber();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    private long accept(String line, boolean isHistory) throws IOException {
        Reading reading = reader.read(line.getBytes(StandardCharsets.UTF_8));
        if (!(reading instanceof Reading.Accepted accepted)) {
            throw new AssertionError(line + " was refused: " + reading);
        }
        Pseudonymizer.Replaced replaced = pseudonymizer.replace(accepted.tree());
        Event event = EventReader.checked(replaced.tree(), accepted.event().receivedMillis());
        Facts facts = enricher.factsOf(accepted.event(), accepted.hadCardNumber());
        Sealed sealed = replaced.originals().isEmpty()
                ? Sealed.NONE
                : new Sealed(
                        hash.ofAccount(String.valueOf(event.accountId())),
                        new CanonicalJson().write(replaced.originals()).getBytes(StandardCharsets.UTF_8));
        EventEntry entry = new EventEntry(
                new CanonicalJson().write(replaced.tree()),
                accepted.body(),
                event.receivedMillis(),
                isHistory ? "" : "key1",
                facts,
                sealed);
        return append(judge(event, entry, isHistory));
    }

    private EventAccepted judge(Event event, EventEntry entry, boolean isHistory) {
        Optional<Assessment> assessment = Optional.empty();
        if (isHistory) {
            engine.count(event, entry.facts());
        } else {
            assessment = engine.accept(event, entry.facts());
        }
        byte[] decision = assessment
                .map(made -> decisions.write(
                        new DecisionCodec.Decided(made, engine.features(), engine.featuresRead()), POLICY))
                .orElseGet(() -> new byte[0]);
        Treatment became =
                isHistory ? Treatment.HISTORY : assessment.isPresent() ? Treatment.DECIDED : Treatment.COUNTED;
        return new EventAccepted(entry, became, POLICY_ID, event.receivedMillis() + 3, 321, decision);
    }

    private long append(JournalRecord record) throws IOException {
        journal.append(records.write(record));
        return journal.lastNumber();
    }

    private static Policy policy() {
        Path starter = Path.of(System.getProperty("sekisho.root", "."), "policies", "starter");
        PersonalLiterals literals = new PersonalLiterals(new KeyedHash(new byte[KeyedHash.KEY_BYTES]));
        return PolicyCompiler.compile(
                        literals.replaceIn(PolicyDirectory.read(starter)
                                .policy()
                                .orElseThrow()
                                .definition()),
                        problem -> {})
                .orElseThrow();
    }
}
