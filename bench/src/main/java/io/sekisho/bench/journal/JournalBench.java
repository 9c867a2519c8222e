package io.sekisho.bench.journal;

import io.sekisho.bench.text.Columns;
import io.sekisho.bench.text.Figures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code bench journal}: durable records a second, beside a plain append and fdatasync of the same run. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Appends records of 600 bytes to a journal, so many to a commit, beside a plain file.")
public final class JournalBench implements Callable<Integer> {

    private static final int OK = 0;
    private static final int UNUSABLE = 2;
    private static final int MOST_SECONDS = 60;
    private static final int MOST_ROUNDS = 50;

    private final LongSupplier nanos;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = ".",
            description =
                    "On the disk to be measured; a folder within is made and deleted (default: ${DEFAULT-VALUE}).")
    private Path dir = Path.of("");

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds at each batch size, the two in turn (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "1",
            description = "How long one trial lasts, or 200 MiB (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean isJson;

    /** With a nanosecond clock. */
    public JournalBench(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public Integer call() throws IOException {
        boolean isUsable = Files.isDirectory(dir)
                && rounds >= 1
                && rounds <= MOST_ROUNDS
                && seconds >= 1
                && seconds <= MOST_SECONDS;
        if (!isUsable) {
            spec.commandLine()
                    .getErr()
                    .println("--dir is a folder that exists, --rounds goes from 1 to " + MOST_ROUNDS
                            + ", --seconds from 1 to " + MOST_SECONDS + ".");
            return UNUSABLE;
        }
        List<JournalRounds.Line> lines = new JournalRounds(dir, rounds, TimeUnit.SECONDS.toNanos(seconds), nanos).run();
        spec.commandLine().getOut().println(isJson ? json(lines) : text(lines).stripTrailing());
        spec.commandLine().getOut().flush();
        return OK;
    }

    private static String text(List<JournalRounds.Line> lines) {
        Columns table = new Columns(List.of(
                "records a commit", "journal/s", "plain/s", "ratio", "commit p50 us", "p99", "plain p50 us", "p99"));
        for (JournalRounds.Line line : lines) {
            table.add(List.of(
                    Figures.whole(line.batch()),
                    Figures.whole(line.journal().perSecond()),
                    Figures.whole(line.plain().perSecond()),
                    Figures.fine(OptionalDouble.of(line.ratio())),
                    Figures.micros(line.journal().medianNanos()),
                    Figures.micros(line.journal().ninetyNinthNanos()),
                    Figures.micros(line.plain().medianNanos()),
                    Figures.micros(line.plain().ninetyNinthNanos())));
        }
        return table.text();
    }

    private static String json(List<JournalRounds.Line> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeArrayPropertyStart("batches");
            for (JournalRounds.Line line : lines) {
                out.writeStartObject();
                out.writeNumberProperty("records", line.batch());
                trial(out, "journal", line.journal());
                trial(out, "plain", line.plain());
                out.writeNumberProperty("ratio", line.ratio());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void trial(JsonGenerator out, String name, Trial trial) {
        out.writeObjectPropertyStart(name);
        out.writeNumberProperty("records_per_second", trial.perSecond());
        out.writeNumberProperty("p50_micros", trial.medianNanos() / 1e3);
        out.writeNumberProperty("p99_micros", trial.ninetyNinthNanos() / 1e3);
        out.writeEndObject();
    }
}
