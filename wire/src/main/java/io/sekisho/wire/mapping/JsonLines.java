package io.sekisho.wire.mapping;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.wire.mapping.ImportedRow.LabelLine;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes imported rows as lines of JSON. Not thread-safe. */
final class JsonLines {

    private final JsonFactory json = new JsonFactory();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final String source;
    private final DataTree data;

    /** @param data with the numbers of the fields at its leaves */
    JsonLines(String source, DataTree data) {
        this.source = source;
        this.data = data;
    }

    /** The event; without line end. */
    byte[] event(ImportedRow row) {
        line.reset();
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            out.writeStringProperty("specversion", "1.0");
            out.writeStringProperty("id", row.id());
            out.writeStringProperty("source", source);
            out.writeStringProperty("type", row.type());
            out.writeStringProperty("time", rfc3339(row.time()));
            out.writeName("data");
            if (data.hasValue(row.values())) {
                write(out, data, row.values());
            } else {
                out.writeStartObject().writeEndObject();
            }
            out.writeEndObject();
        }
        return line.toByteArray();
    }

    /** The label; without line end. */
    byte[] label(LabelLine label, String aboutKind) {
        line.reset();
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            out.writeStringProperty("about_kind", aboutKind);
            out.writeStringProperty("about", label.about());
            out.writeStringProperty("label", label.label());
            Instant knownAt = label.knownAt();
            if (knownAt != null) {
                out.writeStringProperty("known_at", rfc3339(knownAt));
            }
            out.writeEndObject();
        }
        return line.toByteArray();
    }

    private static String rfc3339(Instant time) {
        return Timestamps.format(time.toEpochMilli(), 0);
    }

    private static void write(JsonGenerator out, DataTree tree, List<@Nullable Object> values) {
        switch (tree) {
            case DataTree.Leaf leaf -> writeValue(out, values.get(leaf.field()));
            case DataTree.Members object -> {
                out.writeStartObject();
                for (Map.Entry<String, DataTree> member : object.members().entrySet()) {
                    if (member.getValue().hasValue(values)) {
                        out.writeName(member.getKey());
                        write(out, member.getValue(), values);
                    }
                }
                out.writeEndObject();
            }
            case DataTree.Elements list -> {
                out.writeStartArray();
                for (DataTree element : list.elements().values()) {
                    if (element.hasValue(values)) {
                        write(out, element, values);
                    }
                }
                out.writeEndArray();
            }
        }
    }

    private static void writeValue(JsonGenerator out, @Nullable Object value) {
        switch (value) {
            case String text -> out.writeString(text);
            case Long whole -> out.writeNumber(whole);
            case BigDecimal number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            case MoneyValue money -> {
                out.writeStartObject();
                out.writeNumberProperty("value", money.value());
                out.writeStringProperty("currency", money.currency());
                out.writeEndObject();
            }
            case null, default -> throw new IllegalStateException("No reader makes this: " + value);
        }
    }
}
