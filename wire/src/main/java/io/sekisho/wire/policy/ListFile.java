package io.sekisho.wire.policy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sekisho.engine.event.Timestamps;
import io.sekisho.engine.expression.ValueList;
import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.event.CardNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code lists/NAME.csv}: a header with value and, if wanted, expires, author, note; a line a value. */
final class ListFile {

    private ListFile() {}

    static ValueList read(Path path, String name, List<Problem> problems) {
        Map<String, Long> expiries = new HashMap<>();
        String file = "lists/" + name + ".csv";
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(text(path))) {
            for (NamedCsvRecord line : csv) {
                add(line, file, expiries, problems);
            }
        } catch (IOException | CsvParseException | java.io.UncheckedIOException unreadable) {
            problems.add(Problem.error(
                    new Origin(file, 1, 1), "csv_invalid", "This is not CSV in UTF-8 with a header line."));
        }
        return new ValueList(name, expiries);
    }

    /** Strictly UTF-8, which the CSV reader is not; spreadsheets begin it with a byte order mark. */
    private static String text(Path path) throws IOException {
        String text = Files.readString(path);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void add(NamedCsvRecord line, String file, Map<String, Long> expiries, List<Problem> problems) {
        Origin origin = new Origin(file, (int) line.getStartingLineNumber(), 1);
        if (line.getFieldCount() > line.getHeader().size()) {
            problems.add(Problem.error(
                    origin,
                    "csv_invalid",
                    "This line has more fields than the header; a text with commas needs quotes around it."));
            return;
        }
        String value = line.findField("value").orElse("").strip();
        if (value.isEmpty()) {
            problems.add(Problem.error(origin, "list_value_missing", "The column 'value' is missing or empty."));
            return;
        }
        if (value.contains("\n")) {
            problems.add(
                    Problem.error(origin, "csv_invalid", "This value goes over several lines; is a quote not closed?"));
            return;
        }
        if (line.getFields().stream().anyMatch(CardNumbers::isIn)) {
            problems.add(Problem.error(origin, "card_number", "A card number stands here; list the card's token."));
            return;
        }
        String expires = line.findField("expires").orElse("").strip();
        Optional<Timestamps.Timestamp> until = Timestamps.parse(expires);
        if (!expires.isEmpty() && until.isEmpty()) {
            problems.add(Problem.error(
                    origin, "invalid_format", "'expires' must be an RFC 3339 time, as in 2027-01-01T00:00:00+09:00."));
        }
        expiries.put(value, until.map(Timestamps.Timestamp::millis).orElse(Long.MAX_VALUE));
    }
}
