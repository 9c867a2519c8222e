package io.sekisho.server.projection;

/** The database holds what another journal told; nothing is written into it. */
final class ForeignDatabaseException extends RuntimeException {

    ForeignDatabaseException(String message) {
        super(message);
    }
}
