package io.sekisho.server;

/** How the server writes what happens, a line each, to standard error. */
public enum LogFormat {
    /** For people at a terminal. */
    PLAIN,
    /** For machines: JSON in the fields of the Elastic Common Schema. */
    JSON,
    /** For people who are told what happens by somebody else: errors alone. */
    QUIET
}
