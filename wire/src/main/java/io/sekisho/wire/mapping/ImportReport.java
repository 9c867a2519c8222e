package io.sekisho.wire.mapping;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What an import did.
 *
 * @param rows rows read, the header not counted
 * @param events good rows
 * @param labels good rows with a label
 * @param unlabelled good rows that the mapping's label column leaves empty
 * @param refused rows with at least one problem
 * @param problems problems of the file and its rows together
 * @param alteredRows good rows in which anything was altered
 * @param altered good rows by what was altered in them
 * @param earlier good rows with a time before that of a row above them: decisions depend on the order of events
 */
public record ImportReport(
        long rows,
        long events,
        long labels,
        long unlabelled,
        long refused,
        long problems,
        long alteredRows,
        Map<Alteration, Long> altered,
        long earlier) {

    public ImportReport {
        altered = Map.copyOf(altered);
    }

    public boolean isClean() {
        return problems == 0;
    }

    /** For people; a line each. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("rows read        ").append(rows).append('\n');
        text.append("events           ").append(events).append('\n');
        text.append("labels           ")
                .append(labels)
                .append(" (rows without: ")
                .append(unlabelled)
                .append(")\n");
        text.append("rows refused     ")
                .append(refused)
                .append(" (problems: ")
                .append(problems)
                .append(")\n");
        text.append("rows altered     ").append(alteredRows).append('\n');
        new TreeMap<>(altered)
                .forEach((what, rowsOfIt) -> text.append("  ")
                        .append(what.code())
                        .append(": ")
                        .append(rowsOfIt)
                        .append(" (")
                        .append(what.meaning())
                        .append(")\n"));
        if (earlier > 0) {
            text.append("rows out of time ").append(earlier);
            text.append(" (earlier than a row above them; sort the file by time before deciding it)\n");
        }
        return text.toString();
    }

    /** One JSON object with the same figures. */
    public String json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeNumberProperty("rows", rows);
            out.writeNumberProperty("events", events);
            out.writeNumberProperty("labels", labels);
            out.writeNumberProperty("unlabelled_rows", unlabelled);
            out.writeNumberProperty("refused_rows", refused);
            out.writeNumberProperty("problems", problems);
            out.writeNumberProperty("altered_rows", alteredRows);
            out.writeObjectPropertyStart("altered");
            for (Alteration what : Alteration.values()) {
                out.writeNumberProperty(what.code(), altered.getOrDefault(what, 0L));
            }
            out.writeEndObject();
            out.writeNumberProperty("rows_out_of_time", earlier);
            out.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
