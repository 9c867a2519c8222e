package io.sekisho.server.access;

/** Hears of keys that were made or revoked, possibly while the server was down; each at least once. */
interface KeyWatch {

    void created(ApiKey key);

    void revoked(ApiKey key);

    /** A file of the folder cannot be read as a key: nobody can use that key. */
    void damaged(String file);
}
