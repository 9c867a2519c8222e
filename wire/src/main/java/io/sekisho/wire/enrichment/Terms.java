package io.sekisho.wire.enrichment;

/**
 * Under which terms a source may be used.
 *
 * @param licence SPDX identifiers
 * @param attribution what has to be said where its answers are shown; empty when nothing
 */
public record Terms(String licence, String attribution) {}
