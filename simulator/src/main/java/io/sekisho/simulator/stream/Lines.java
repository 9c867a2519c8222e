package io.sekisho.simulator.stream;

import java.io.OutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON objects, each on a line. The stream stays open; {@link #flush} hands over what is buffered. */
final class Lines {
    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator((String) null)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;

    Lines(OutputStream out) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    JsonGenerator open() {
        return json.writeStartObject();
    }

    void close() {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    void flush() {
        json.flush();
    }
}
