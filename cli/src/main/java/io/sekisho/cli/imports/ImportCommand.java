package io.sekisho.cli.imports;

import io.sekisho.wire.mapping.CardTokens;
import io.sekisho.wire.mapping.CsvImport;
import io.sekisho.wire.mapping.ImportReport;
import io.sekisho.wire.mapping.Mapping;
import io.sekisho.wire.mapping.MappingReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code import}: a CSV file becomes events and labels by a declared mapping. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Turns a CSV file into events and labels by a declared mapping.",
        footer = {"", "Exit codes: 0 ok, 1 writing failed, 2 unusable arguments, mapping or rows."})
public final class ImportCommand implements Callable<Integer> {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    @Option(names = "--mapping", required = true, paramLabel = "FILE.yaml", description = "the mapping")
    private String mappingFile = "";

    @Option(names = "--in", required = true, paramLabel = "FILE.csv", description = "the rows; - for standard input")
    private String rowsFile = "";

    @Option(names = "--events", required = true, paramLabel = "OUT", description = "the events, a JSON object a line")
    private String eventsFile = "";

    @Option(names = "--labels", paramLabel = "OUT", description = "the labels, a JSON object a line")
    private @Nullable String labelsFile;

    @Option(names = "--report", paramLabel = "OUT.json", description = "the report as JSON too")
    private @Nullable String reportFile;

    @Option(names = "--keep-going", description = "write the good rows although others are bad; exit 2 all the same")
    private boolean keepsGoing;

    @Option(names = "--key-file", paramLabel = "FILE", description = "the key by which card numbers become tokens")
    private @Nullable Path keyFile;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".sekisho",
            description = "where a key is made and kept if none is given; default ${DEFAULT-VALUE}")
    private Path dataFolder = Path.of(".sekisho");

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    public ImportCommand() {
        this(System.in, System.out, System.err);
    }

    ImportCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            List<String> wrong = wrongArguments();
            wrong.forEach(err::println);
            return wrong.isEmpty() ? run() : UNUSABLE;
        } catch (UnreadableInput e) {
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (IOException e) {
            err.println("writing failed: " + e);
            return FAILED;
        }
    }

    private List<String> wrongArguments() {
        List<String> wrong = new ArrayList<>();
        if (Stream.of(mappingFile, rowsFile).filter(InputFile.STANDARD::equals).count() > 1) {
            wrong.add("--mapping and --in cannot both be standard input");
        }
        Set<String> taken = new HashSet<>();
        Stream.of(mappingFile, rowsFile)
                .filter(file -> !file.equals(InputFile.STANDARD))
                .map(ImportCommand::absolute)
                .forEach(taken::add);
        Stream.of(eventsFile, labelsFile, reportFile)
                .filter(Objects::nonNull)
                .filter(file -> !taken.add(absolute(file)) && !file.startsWith("/dev/"))
                .forEach(file -> wrong.add("the file " + file + " is named twice; every output needs one of its own"));
        return wrong;
    }

    private static String absolute(String file) {
        return file.equals(InputFile.STANDARD)
                ? file
                : Path.of(file).toAbsolutePath().normalize().toString();
    }

    private int run() throws IOException {
        Optional<Mapping> mapping = mapping();
        if (mapping.isEmpty()) {
            return UNUSABLE;
        }
        if (labelsFile != null && !mapping.get().hasLabels()) {
            err.println("--labels: the mapping has no label section to make labels by");
            return UNUSABLE;
        }
        var tokens = new CardKeys(err).tokens(mapping.get(), keyFile, dataFolder);
        ImportReport report = importRows(mapping.get(), tokens);
        err.print(report.text());
        if (!report.isClean()) {
            err.println(
                    isKept(report)
                            ? "the good rows were written, the refused ones are left out"
                            : "nothing was written: correct the file or the mapping, or take the good rows with"
                                    + " --keep-going");
        }
        writeReport(report);
        return report.isClean() ? OK : UNUSABLE;
    }

    private Optional<Mapping> mapping() throws IOException {
        InputFile file = new InputFile(mappingFile, in);
        String yaml;
        try (InputStream stream = file.open()) {
            yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        return switch (MappingReader.read(file.name(), yaml)) {
            case MappingReader.Reading.Usable usable -> Optional.of(usable.mapping());
            case MappingReader.Reading.Unusable unusable -> {
                ProblemList list = new ProblemList(err);
                unusable.problems().forEach(list::add);
                list.finish();
                yield Optional.empty();
            }
        };
    }

    private ImportReport importRows(Mapping mapping, CardTokens tokens) throws IOException {
        InputFile rows = new InputFile(rowsFile, in);
        ProblemList problems = new ProblemList(err);
        try (InputStream csv = rows.open();
                OutputFile events = new OutputFile(eventsFile, out);
                Labels labels = new Labels(labelsFile, out)) {
            CsvImport.Streams streams = new CsvImport.Streams(csv, events.stream(), labels.stream());
            ImportReport report = CsvImport.run(mapping, rows.name(), streams, tokens, problems::add);
            problems.finish();
            if (isKept(report)) {
                events.keep();
                labels.keep();
            }
            return report;
        }
    }

    /** Where not one row is good, the mapping is wrong, not the rows. */
    private boolean isKept(ImportReport report) {
        return report.isClean() || (keepsGoing && report.events() > 0);
    }

    private void writeReport(ImportReport report) throws IOException {
        if (reportFile == null) {
            return;
        }
        try (OutputFile file = new OutputFile(reportFile, out)) {
            file.stream().write((report.json() + "\n").getBytes(StandardCharsets.UTF_8));
            file.keep();
        }
    }

    /** The labels' file, or nowhere when none is wanted. */
    private static final class Labels implements AutoCloseable {

        private final @Nullable OutputFile file;

        Labels(@Nullable String name, PrintStream out) throws IOException {
            this.file = name == null ? null : new OutputFile(name, out);
        }

        OutputStream stream() {
            return file == null ? OutputStream.nullOutputStream() : file.stream();
        }

        void keep() throws IOException {
            if (file != null) {
                file.keep();
            }
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }
}
