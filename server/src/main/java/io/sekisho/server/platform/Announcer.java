package io.sekisho.server.platform;

/** Tells whoever started the server something that must not stand in a log: the command line has the only one. */
@FunctionalInterface
public interface Announcer {

    void tell(String text);
}
