package io.sekisho.simulator.stream;

import tools.jackson.core.JsonGenerator;

/** Writes money: yen have no minor unit, so the value is the number of yen. */
final class Yen {
    private Yen() {}

    static void write(JsonGenerator json, String name, long yen) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("value", yen);
        json.writeStringProperty("currency", "JPY");
        json.writeEndObject();
    }
}
