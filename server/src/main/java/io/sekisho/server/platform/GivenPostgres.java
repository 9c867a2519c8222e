package io.sekisho.server.platform;

import io.sekisho.server.platform.postgres.Address;

/** A PostgreSQL that others run. */
record GivenPostgres(Address address) implements PostgresServer {

    @Override
    public Address open() {
        return address;
    }

    @Override
    public boolean hasEnded() {
        return false;
    }

    @Override
    public void close() {
        // It is not ours.
    }
}
