package io.sekisho.wire.mapping;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.event.CardNumbers;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.mapping.ImportedRow.LabelLine;
import io.sekisho.wire.mapping.Mapping.LabelRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies a mapping to a CSV file, row by row, in memory that does not grow with the file.
 *
 * <p>Bad rows are named and left out; the caller decides whether what was written is worth keeping.
 */
public final class CsvImport {

    private static final String BROKEN_CSV =
            "behind this line the CSV breaks off: a quote is not closed, or text follows a"
                    + " closing quote; nothing after it was read";

    private final Mapping mapping;
    private final CardTokens tokens;
    private final ImportWatch watch;
    private final ImportTally tally = new ImportTally();

    private CsvImport(Mapping mapping, CardTokens tokens, ImportWatch watch) {
        this.mapping = mapping;
        this.tokens = tokens;
        this.watch = watch;
    }

    /** The streams of an import; the caller opens and closes them. */
    public record Streams(InputStream csv, OutputStream events, OutputStream labels) {}

    /**
     * Imports a file.
     *
     * @param file the name to make the default source of
     * @param watch is told every problem, in the order of the file
     * @throws IOException if a stream fails; what was written until then is not to be used
     */
    public static ImportReport run(Mapping mapping, String file, Streams streams, CardTokens tokens, ImportWatch watch)
            throws IOException {
        CsvImport run = new CsvImport(mapping, tokens, watch);
        run.importAll(file, streams);
        return run.tally.report();
    }

    private void importAll(String file, Streams streams) throws IOException {
        InputStreamReader reader = new InputStreamReader(streams.csv(), StandardCharsets.UTF_8.newDecoder());
        long line = 1;
        try (CloseableIterator<CsvRecord> records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(reader)
                .iterator()) {
            if (!records.hasNext()) {
                report(1, "empty_file", "the file has no header");
                return;
            }
            Optional<RowReader> rows = bind(records.next());
            if (rows.isEmpty()) {
                return;
            }
            Rows bound = new Rows(
                    rows.get(),
                    rows.get().contractCheck(),
                    new JsonLines(source(file), mapping.rules().data()));
            while (records.hasNext()) {
                CsvRecord csv = records.next();
                line = csv.getStartingLineNumber();
                importRow(new Row(csv), bound, streams);
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof RuntimeException ofTheStream && !(ofTheStream instanceof CsvParseException)) {
                throw ofTheStream;
            }
            report(line, "not_csv", BROKEN_CSV);
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
            report(line, "not_utf8", "behind this line there are bytes that are not UTF-8; convert the file");
        }
    }

    /** What turns rows into lines, bound to the file's columns. */
    private record Rows(RowReader reader, ContractCheck contract, JsonLines lines) {}

    private Optional<RowReader> bind(CsvRecord header) {
        List<Problem> found = new ArrayList<>();
        HeaderColumns columns = new HeaderColumns(withoutMark(header.getFields()), found::add);
        RowReader rows = new RowReader(mapping.rules(), columns, tokens);
        found.stream().sorted(MappingReader.BY_PLACE).forEach(this::report);
        return found.isEmpty() ? Optional.of(rows) : Optional.empty();
    }

    /** Spreadsheets put a byte order mark before the first name. */
    private static List<String> withoutMark(List<String> header) {
        List<String> names = new ArrayList<>(header);
        if (names.getFirst().startsWith("\uFEFF")) {
            names.set(0, names.getFirst().substring(1));
        }
        return names;
    }

    private void importRow(Row row, Rows bound, Streams streams) throws IOException {
        tally.row();
        watch.onRow();
        Optional<ImportedRow> imported = bound.reader().read(row);
        if (imported.isPresent()) {
            byte[] event = bound.lines().event(imported.get());
            bound.contract().check(event, imported.get().values(), row);
            if (row.isGood()) {
                write(streams.events(), event);
                writeLabel(imported.get(), bound.lines(), streams);
                tally.event(imported.get(), row.alterations(), bound.reader().lacksLabel(imported.get()));
                return;
            }
        }
        tally.refusedRow();
        row.problems().forEach(this::report);
    }

    private void writeLabel(ImportedRow row, JsonLines lines, Streams streams) throws IOException {
        LabelLine label = row.label();
        LabelRule rule = mapping.rules().label();
        if (label != null && rule != null) {
            write(streams.labels(), lines.label(label, rule.aboutKind()));
        }
    }

    private static void write(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private void report(long line, String code, String detail) {
        report(new RowProblem(line, new JsonProblem("", code, detail)));
    }

    private void report(RowProblem problem) {
        tally.problem();
        watch.onProblem(problem);
    }

    private void report(Problem problem) {
        tally.problem();
        watch.onProblem(problem);
    }

    private String source(String file) {
        String declared = mapping.rules().source();
        if (declared != null) {
            return declared;
        }
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        String known = CardNumbers.isIn(name) ? CardNumbers.MASK : name;
        return "urn:sekisho:import:"
                + URLEncoder.encode(known, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
