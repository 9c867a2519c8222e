package io.sekisho.server.access;

/**
 * Texts of pages, in English and Japanese; a bean of each module that has pages.
 *
 * @param basename of the bundle on the class path
 */
public record PageBundle(String basename) {}
