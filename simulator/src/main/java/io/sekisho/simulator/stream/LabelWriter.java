package io.sekisho.simulator.stream;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** Writes labels, one to a line. */
public final class LabelWriter {
    private final Lines lines;

    public LabelWriter(OutputStream out) {
        lines = new Lines(out);
    }

    public void write(Label label) {
        JsonGenerator json = lines.open();
        json.writeStringProperty("about_kind", label.kind());
        json.writeStringProperty("about", label.about());
        switch (label.truth()) {
            case Label.Truth.Takeover(Origin.Attack attack) -> write(json, attack);
            case Label.Truth.Trapped(String trap) -> {
                json.writeStringProperty("label", "honest");
                json.writeStringProperty("trap", trap);
            }
        }
        Long value = label.value();
        if (value != null) {
            Yen.write(json, "value", value);
        }
        if (!label.attackerHolds().isEmpty()) {
            json.writeArrayPropertyStart("attacker_holds");
            label.attackerHolds().forEach(json::writeString);
            json.writeEndArray();
        }
        lines.close();
    }

    public void flush() {
        lines.flush();
    }

    private static void write(JsonGenerator json, Origin.Attack attack) {
        json.writeStringProperty("label", "takeover");
        json.writeStringProperty("scenario", attack.scenario());
        String variant = attack.variant();
        if (variant != null) {
            json.writeStringProperty("variant", variant);
        }
        json.writeStringProperty("known_at", Timestamps.format(attack.knownAt()));
    }
}
