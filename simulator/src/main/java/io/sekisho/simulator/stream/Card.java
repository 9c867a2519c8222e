package io.sekisho.simulator.stream;

import tools.jackson.core.JsonGenerator;

/**
 * A stored card: the payment provider's token, never a number.
 *
 * @param expiry year and month, as in 2027-04
 */
public record Card(String token, Product product, String last4, String expiry) {
    /**
     * What the first digits of a card tell.
     *
     * @param funding credit, debit or prepaid
     */
    public record Product(String brand, String bin, String country, String funding) {}

    void write(JsonGenerator json) {
        json.writeObjectPropertyStart("card");
        json.writeStringProperty("token", token);
        json.writeStringProperty("brand", product.brand());
        json.writeStringProperty("bin", product.bin());
        json.writeStringProperty("last4", last4);
        json.writeStringProperty("expiry", expiry);
        json.writeStringProperty("country", product.country());
        json.writeStringProperty("funding", product.funding());
        json.writeEndObject();
    }
}
