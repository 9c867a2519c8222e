package io.sekisho.wire.mapping;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.sekisho.wire.event.CardNumbers;
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
import java.util.function.Consumer;

/**
 * Applies a mapping to a CSV file, row by row, in memory that does not grow with the file.
 *
 * <p>Bad rows are named and left out; the caller decides whether what was written is worth keeping.
 */
public final class CsvImport {

    /** The contract's limit of an event. */
    private static final int LARGEST_EVENT = 64 * 1024;

    private final Mapping mapping;
    private final CardTokens tokens;
    private final Consumer<ImportProblem> problems;
    private final ImportTally tally = new ImportTally();

    private CsvImport(Mapping mapping, CardTokens tokens, Consumer<ImportProblem> problems) {
        this.mapping = mapping;
        this.tokens = tokens;
        this.problems = problems;
    }

    /** The streams of an import; the caller opens and closes them. */
    public record Streams(InputStream csv, OutputStream events, OutputStream labels) {}

    /**
     * Imports a file.
     *
     * @param file the name to show in problems, and to make the default source of
     * @param problems is told every problem, in the order of the file
     * @throws IOException if a stream fails; what was written until then is not to be used
     */
    public static ImportReport run(
            Mapping mapping, String file, Streams streams, CardTokens tokens, Consumer<ImportProblem> problems)
            throws IOException {
        CsvImport run = new CsvImport(mapping, tokens, problems);
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
                report(ImportProblem.ofRow(file, 1, "", "empty_file", "the file has no header"));
                return;
            }
            Optional<RowReader> rows = bind(records.next());
            if (rows.isEmpty()) {
                return;
            }
            JsonLines lines = new JsonLines(source(file), mapping.rules().data());
            while (records.hasNext()) {
                CsvRecord csv = records.next();
                line = csv.getStartingLineNumber();
                importRow(new Row(file, csv), rows.get(), lines, streams);
            }
        } catch (CsvParseException e) {
            report(brokenCsv(file, line));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
            report(ImportProblem.ofRow(
                    file,
                    line,
                    "",
                    "not_utf8",
                    "behind this line there are bytes that are not UTF-8; convert the file"));
        }
    }

    private static ImportProblem brokenCsv(String file, long line) {
        String detail = "behind this line the CSV breaks off: a quote is not closed, or text follows a closing quote;"
                + " nothing after it was read";
        return ImportProblem.ofRow(file, line, "", "not_csv", detail);
    }

    private Optional<RowReader> bind(CsvRecord header) {
        MappingText text = mapping.text().afresh();
        HeaderColumns columns = new HeaderColumns(text, withoutMark(header.getFields()));
        RowReader rows = new RowReader(mapping.rules(), columns, tokens);
        text.problems().forEach(this::report);
        return text.isSound() ? Optional.of(rows) : Optional.empty();
    }

    /** Spreadsheets put a byte order mark before the first name. */
    private static List<String> withoutMark(List<String> header) {
        List<String> names = new ArrayList<>(header);
        if (names.getFirst().startsWith("\uFEFF")) {
            names.set(0, names.getFirst().substring(1));
        }
        return names;
    }

    private void importRow(Row row, RowReader rows, JsonLines lines, Streams streams) throws IOException {
        tally.row();
        Optional<ImportedRow> imported = rows.read(row);
        if (imported.isPresent()) {
            byte[] event = lines.event(imported.get());
            if (event.length <= LARGEST_EVENT) {
                write(streams.events(), event);
                writeLabel(imported.get(), lines, streams);
                tally.event(imported.get(), row.alterations(), rows.lacksLabel(imported.get()));
                return;
            }
            row.refuse("", "event_too_large", "the event would have " + event.length + " bytes, more than 64 KiB");
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

    private void report(ImportProblem problem) {
        tally.problem();
        problems.accept(problem);
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
