package io.sekisho.server.catalog;

import java.util.HexFormat;

/**
 * A policy on the shelf.
 *
 * @param fingerprint of its files: SHA-256 in hexadecimal digits
 * @param version as its author calls it
 */
public record ShelvedPolicy(String fingerprint, String version) {

    /** The first 64 bits of the fingerprint: how records of the journal name the policy. */
    public long id() {
        return HexFormat.fromHexDigitsToLong(fingerprint, 0, 16);
    }
}
