package io.sekisho.cli.replay;

import io.sekisho.cli.console.Lines;
import io.sekisho.cli.console.UnusableException;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalCursor;
import io.sekisho.wire.journal.JournalOwner;
import io.sekisho.wire.journal.StateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The journal and the checkpoint of a replay that may be killed and resumed. Owned by one thread. */
final class ReplayState {

    /*
     * A checkpoint holds the engine, the counts, how many lines were read and how long the outputs were, all as of one
     * line. A resumed run reads the input again from its beginning, checks that the lines up to there are the same, cuts the
     * outputs back to their lengths and goes on deciding. What the journal holds beyond the checkpoint was decided before
     * the kill: it is decided again and must come out the same, byte by byte. So the outputs of a resumed run are those of
     * an uninterrupted one, and a difference is found instead of written.
     */
    private static final String CHECKPOINT = "checkpoint.state";
    private static final String JOURNAL = "journal";
    private static final long FIRST_CHECKPOINT_LINES = 20_000;
    private static final long WIDEST_CHECKPOINT_LINES = 1_000_000;
    private static final int RECORDS_A_COMMIT = 4_096;

    private final Path folder;
    private final String settings;
    private final Saved saved;
    private final Journal journal;
    private final @Nullable JournalCursor earlier;
    private final CRC32C inputChecksum = new CRC32C();
    private long nextCheckpoint;
    private long lastEarlier;
    private int uncommitted;

    /** What a checkpoint holds. */
    private record Saved(Engine engine, Tally tally, long inputChecksum, List<Long> outputLengths) {}

    private ReplayState(Path folder, String settings, Saved saved) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.saved = saved;
        this.journal = Journal.open(folder.resolve(JOURNAL), new JournalOwner("replay", "none"));
        this.journal.repair().ifPresent(System.err::println);
        this.lastEarlier = journal.lastNumber();
        this.earlier = journal.lastNumber() > saved.engine().sequence() ? journal.cursor() : null;
        this.nextCheckpoint = next(saved.tally().lines);
        if (journal.lastNumber() < saved.engine().sequence()) {
            throw new UnusableException(
                    "The journal in " + folder + " ends before its checkpoint: begin anew with an empty folder.");
        }
    }

    static ReplayState open(ReplayPlan plan, Path folder) throws IOException {
        Files.createDirectories(folder);
        String settings = settings(plan);
        Path checkpoint = folder.resolve(CHECKPOINT);
        Saved saved = StateFile.isSound(checkpoint)
                ? StateFile.read(checkpoint, source -> read(source, plan, settings))
                : new Saved(new Engine(plan.policy()), new Tally(), 0, List.of());
        return new ReplayState(folder, settings, saved);
    }

    Engine engine() {
        return saved.engine();
    }

    Tally tally() {
        return saved.tally();
    }

    /**
     * Skips the lines that the checkpoint has behind it, sees that they are the same, and answers with how long each output
     * was then.
     */
    List<Long> skip(Lines lines) throws IOException {
        while (lines.number() < saved.tally().lines) {
            byte[] bytes = lines.next();
            if (bytes == null) {
                break;
            }
            add(bytes);
        }
        if (inputChecksum.getValue() != saved.inputChecksum()) {
            throw new UnusableException("The state in " + folder
                    + " belongs to another file of events: its first lines are not those of this one.");
        }
        return saved.outputLengths();
    }

    /** Journals an accepted event and its decision, or sees that both are as they were before the kill. */
    void record(Reading.Accepted accepted, long lineNumber, byte[] decision) throws IOException {
        byte[] event = accepted.canonical().getBytes(StandardCharsets.UTF_8);
        byte[] payload = ByteBuffer.allocate(Long.BYTES * 2 + Integer.BYTES + event.length + decision.length)
                .putLong(lineNumber)
                .putLong(accepted.event().receivedMillis())
                .putInt(event.length)
                .put(event)
                .put(decision)
                .array();
        if (saved.engine().sequence() <= lastEarlier) {
            compare(saved.engine().sequence(), payload);
            return;
        }
        journal.append(payload);
        if (++uncommitted == RECORDS_A_COMMIT) {
            commit();
        }
    }

    void checkpointIfDue(byte[] bytes, Outputs outputs) throws IOException {
        add(bytes);
        if (saved.tally().lines >= nextCheckpoint) {
            checkpoint(outputs);
        }
    }

    /** The last checkpoint: the same command then finds its work done, or goes on where the file has grown. */
    void finish(Outputs outputs) throws IOException {
        checkpoint(outputs);
        journal.close();
        if (earlier != null) {
            earlier.close();
        }
    }

    private void checkpoint(Outputs outputs) throws IOException {
        commit();
        List<Long> lengths = outputs.sync();
        StateFile.write(folder.resolve(CHECKPOINT), sink -> write(sink, lengths));
        nextCheckpoint = next(saved.tally().lines);
    }

    private void commit() throws IOException {
        journal.commit();
        uncommitted = 0;
    }

    private void compare(long number, byte[] payload) throws IOException {
        Optional<JournalCursor.Numbered> former = earlier == null ? Optional.empty() : earlier.seek(number);
        if (former.isEmpty() || !Arrays.equals(former.get().payload(), payload)) {
            throw new UnusableException("Event " + number + " was decided differently before the run was stopped: "
                    + "the input, the policy or the program has changed. Begin anew with an empty --state folder.");
        }
    }

    private void add(byte[] bytes) {
        inputChecksum.update(bytes);
        inputChecksum.update('\n');
    }

    private void write(StateSink sink, List<Long> lengths) {
        sink.putText(settings);
        sink.putLong(inputChecksum.getValue());
        sink.putInt(lengths.size());
        lengths.forEach(sink::putLong);
        saved.tally().writeTo(sink);
        saved.engine().writeTo(sink);
    }

    private static Saved read(StateSource source, ReplayPlan plan, String settings) {
        if (!source.takeText().equals(settings)) {
            throw new UnusableException("The --state folder belongs to a run with another policy or other options: "
                    + "use the same, or an empty folder.");
        }
        long checksum = source.takeLong();
        List<Long> lengths = new ArrayList<>();
        int outputs = source.takeInt();
        for (int i = 0; i < outputs; i++) {
            lengths.add(source.takeLong());
        }
        Tally tally = Tally.readFrom(source);
        return new Saved(Engine.readFrom(source, plan.policy()), tally, checksum, lengths);
    }

    /** Checkpoints lie further and further apart, so that writing them costs a fixed share of the run. */
    private static long next(long lines) {
        return lines + Math.clamp(lines, FIRST_CHECKPOINT_LINES, WIDEST_CHECKPOINT_LINES);
    }

    /** All that must not change between a run and its resumption. */
    private static String settings(ReplayPlan plan) {
        return String.join(
                "\n",
                "policy " + plan.policyFingerprint(),
                "decisions " + (plan.outputs().decisions() != null),
                "features " + (plan.outputs().features() != null),
                "keep-going " + plan.keepsGoing());
    }
}
