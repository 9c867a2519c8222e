package io.sekisho.wire.enrichment;

/**
 * Who announces an address to the internet.
 *
 * @param asn number of the autonomous system
 */
public record Operator(long asn, String name, NetworkKind kind) {}
