package io.sekisho.cli.imports;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.Files;
import io.sekisho.cli.console.ProblemList;
import io.sekisho.cli.console.ProblemPrinter;
import io.sekisho.cli.console.Progress;
import io.sekisho.cli.console.Replacement;
import io.sekisho.cli.console.UnusableException;
import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.mapping.CardTokens;
import io.sekisho.wire.mapping.CsvImport;
import io.sekisho.wire.mapping.ImportReport;
import io.sekisho.wire.mapping.ImportWatch;
import io.sekisho.wire.mapping.Mapping;
import io.sekisho.wire.mapping.MappingReader;
import io.sekisho.wire.mapping.RowProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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

    @Option(names = "--mapping", required = true, paramLabel = "FILE.yaml", description = "The mapping.")
    private String mappingFile = "";

    @Option(
            names = "--in",
            required = true,
            paramLabel = "FILE.csv",
            description = "The rows; - for standard input, .gz is read.")
    private String rowsFile = "";

    @Option(
            names = "--events",
            required = true,
            paramLabel = "OUT",
            description = "Where the events go, one JSON object a line; - for standard output, .gz is written.")
    private String eventsFile = "";

    @Option(names = "--labels", paramLabel = "OUT", description = "Where the labels go, one JSON object a line.")
    private @Nullable String labelsFile;

    @Option(names = "--report", paramLabel = "OUT.json", description = "Where the report goes as JSON, too.")
    private @Nullable String reportFile;

    @Option(
            names = "--keep-going",
            description = "Write the good rows although others are bad; the exit code is 2 all the same.")
    private boolean keepsGoing;

    @Option(names = "--key-file", paramLabel = "FILE", description = "The key by which card numbers become tokens.")
    private @Nullable Path keyFile;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".sekisho",
            description = "Where a key is made and kept if none is given; by default ${DEFAULT-VALUE}.")
    private Path dataFolder = Path.of(".sekisho");

    @Override
    public Integer call() throws IOException {
        Files.requireApart(
                List.of(mappingFile, rowsFile),
                Stream.of(eventsFile, labelsFile, reportFile)
                        .filter(Objects::nonNull)
                        .toList());
        WrittenMapping written = WrittenMapping.read(mappingFile);
        Mapping mapping = written.mapping();
        if (labelsFile != null && !mapping.hasLabels()) {
            throw new UnusableException("--labels: the mapping has no label section to make labels by.");
        }
        ImportReport report = importRows(written, CardKeys.tokens(mapping, keyFile, dataFolder));
        System.err.print(report.text());
        if (!report.isClean()) {
            System.err.println(
                    isKept(report)
                            ? "The good rows were written, the refused ones are left out."
                            : "Nothing was written: correct the file or the mapping, or take the good rows with"
                                    + " --keep-going.");
        }
        writeReport(report);
        return report.isClean() ? Exit.OK : Exit.UNUSABLE;
    }

    private ImportReport importRows(WrittenMapping mapping, CardTokens tokens) throws IOException {
        Watch watch = new Watch(mapping.printer());
        try (InputStream csv = Files.input(rowsFile);
                Replacement events = Files.replacement(eventsFile);
                Replacement labels = labelsFile == null ? Replacement.ofNothing() : Files.replacement(labelsFile)) {
            CsvImport.Streams streams = new CsvImport.Streams(csv, events.stream(), labels.stream());
            ImportReport report = CsvImport.run(mapping.mapping(), Files.shown(rowsFile), streams, tokens, watch);
            watch.finish();
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
        try (Replacement file = Files.replacement(reportFile)) {
            file.stream().write((report.json() + "\n").getBytes(StandardCharsets.UTF_8));
            file.keep();
        }
    }

    /** A mapping, and what shows where in its file something stands. */
    private record WrittenMapping(Mapping mapping, ProblemPrinter printer) {

        static WrittenMapping read(String file) throws IOException {
            String text;
            try (InputStream in = Files.input(file)) {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            String name = Files.shown(file);
            ProblemPrinter printer = new ProblemPrinter(name, text);
            return switch (MappingReader.read(name, text)) {
                case MappingReader.Reading.Usable usable -> new WrittenMapping(usable.mapping(), printer);
                case MappingReader.Reading.Unusable unusable -> {
                    printer.print(unusable.problems(), System.err);
                    throw new UnusableException("The mapping " + name + " cannot be used; see above.");
                }
            };
        }
    }

    /** Prints problems and progress while rows are read. */
    private final class Watch implements ImportWatch {

        private final Progress progress = new Progress("Importing " + Files.shown(rowsFile));
        private final ProblemList problems = new ProblemList();
        private final ProblemPrinter printer;

        Watch(ProblemPrinter printer) {
            this.printer = printer;
        }

        @Override
        public void onRow() {
            progress.step();
        }

        @Override
        public void onProblem(RowProblem problem) {
            progress.clear();
            problems.add(rowsFile, problem.line(), problem.problem());
        }

        @Override
        public void onProblem(Problem ofMapping) {
            progress.clear();
            printer.print(ofMapping, System.err);
        }

        void finish() {
            progress.clear();
            problems.finish();
        }
    }
}
