package io.sekisho.server.pages;

/**
 * A place that a later module adds to the navigation.
 *
 * @param path on the main port
 * @param message key of its name
 */
public record PageLink(String path, String message) {}
