package io.sekisho.wire.enrichment;

import io.sekisho.engine.expression.Absence;

/**
 * What the tables know of an address.
 *
 * @param country ISO 3166 alpha-2; where the network is registered or said to be, which is not where the user is
 */
public record Network(Finding<String> country, Finding<Operator> operator) {
    static Network absent(Absence reason) {
        return new Network(new Finding.Absent<>(reason), new Finding.Absent<>(reason));
    }
}
