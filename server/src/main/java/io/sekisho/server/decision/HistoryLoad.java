package io.sekisho.server.decision;

import io.sekisho.server.intake.Admission;
import io.sekisho.server.intake.Intakes;
import io.sekisho.server.platform.UnusableInputException;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts a file of past events before the first live one: no decisions, no actions, no notices. The file is read twice, so
 * that one with a bad line changes nothing; what was counted before is not counted again.
 */
final class HistoryLoad {

    private static final int EVENTS_A_COMMAND = 1_000;
    private static final int MOST_NAMED = 100;
    private static final Logger LOG = LoggerFactory.getLogger(HistoryLoad.class);

    private final Decisions decisions;
    private final Intakes intakes;

    HistoryLoad(Decisions decisions, Intakes intakes) {
        this.decisions = decisions;
        this.intakes = intakes;
    }

    /**
     * Counts the events of the file.
     *
     * @throws UnusableInputException if any of its lines is no event of the contract; then none was counted
     */
    void load(Path file) throws IOException {
        check(file);
        List<Admission.Accepted> batch = new ArrayList<>();
        long[] fresh = {0};
        eachLine(file, (number, bytes) -> {
            if (read(bytes) instanceof Admission.Accepted accepted) {
                batch.add(accepted);
            }
            if (batch.size() == EVENTS_A_COMMAND) {
                fresh[0] += count(file, batch);
            }
        });
        fresh[0] += count(file, batch);
        LOG.atInfo().addKeyValue("file", file).addKeyValue("events", fresh[0]).log("History counted");
    }

    private void check(Path file) throws IOException {
        List<String> named = new ArrayList<>();
        long[] found = {0};
        eachLine(file, (number, bytes) -> {
            if (read(bytes) instanceof Admission.Refused refused) {
                found[0] += refused.problems().size();
                refused.problems().stream()
                        .limit(MOST_NAMED - named.size())
                        .forEach(problem -> named.add(told(file, number, problem)));
            }
        });
        if (!named.isEmpty()) {
            String more = found[0] > MOST_NAMED ? "\n... and " + (found[0] - MOST_NAMED) + " more" : "";
            throw new UnusableInputException(
                    String.join("\n", named) + more + "\nThe history was not loaded: mend these lines.");
        }
    }

    private static String told(Path file, int line, JsonProblem problem) {
        return file + ":" + line + ": " + problem.pointer() + ": " + problem.code() + ": " + problem.detail();
    }

    private Admission read(byte[] bytes) {
        return intakes.with(intake -> intake.read(bytes, null, ""));
    }

    /** How many of them were new; the batch is empty afterwards. */
    private long count(Path file, List<Admission.Accepted> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        Receipt receipt =
                decisions.perform(reply -> new Command.Accept(List.copyOf(batch), true, Treatment.HISTORY, 0, reply));
        batch.clear();
        return switch (receipt) {
            case Receipt.Done done ->
                done.fates().stream()
                        .filter(fate -> fate instanceof Receipt.Fate.Fresh)
                        .count();
            default ->
                throw new UnusableInputException("An event of " + file
                        + " is known with another body: the file is not the history of this data folder.");
        };
    }

    private interface LineReader {
        void read(int number, byte[] bytes);
    }

    private static void eachLine(Path file, LineReader reader) throws IOException {
        try (InputStream in = open(file)) {
            byte[] line = new byte[EventReader.MOST_BYTES + 1];
            int size = 0;
            int number = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    give(reader, number++, line, size);
                    size = 0;
                } else if (size < line.length) {
                    line[size++] = (byte) next;
                }
            }
            give(reader, number, line, size);
        }
    }

    private static void give(LineReader reader, int number, byte[] line, int size) {
        int length = size > 0 && line[size - 1] == '\r' ? size - 1 : size;
        if (!isBlank(line, length)) {
            reader.read(number, Arrays.copyOf(line, length));
        }
    }

    private static boolean isBlank(byte[] line, int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return new BufferedInputStream(file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw, 1 << 16);
    }
}
