package io.sekisho.server.platform;

/**
 * Texts for people that a module brings along, in English and Japanese.
 *
 * @param basename as {@link java.util.ResourceBundle} takes it; keys of different bundles differ
 */
public record MessageBundle(String basename) {}
