package io.sekisho.simulator.stream;

import tools.jackson.core.JsonGenerator;

/** Where parcels go; in Japan always. */
public record Address(String id, String postalCode) {
    void writeFields(JsonGenerator json) {
        json.writeStringProperty("address_id", id);
        json.writeStringProperty("country", "JP");
        json.writeStringProperty("postal_code", postalCode);
    }
}
