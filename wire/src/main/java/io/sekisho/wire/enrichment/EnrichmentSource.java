package io.sekisho.wire.enrichment;

/**
 * Where some facts come from.
 *
 * @param gives which facts
 * @param origin who publishes it and as what
 */
public record EnrichmentSource(String name, String gives, String origin, Terms terms, Edition edition) {}
