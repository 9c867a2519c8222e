package io.sekisho.server.access.staff;

import java.net.URI;
import java.util.function.IntSupplier;

/** How browsers reach this server: passkeys and links are bound to it. */
public final class PublicAddress {

    private final String configured;
    private final IntSupplier port;

    /**
     * Of the server as it was configured.
     *
     * @param configured {@code https://sekisho.shop.example}, or empty for localhost
     * @param port of the main port, once it is open
     */
    public PublicAddress(String configured, IntSupplier port) {
        if (!configured.isEmpty() && URI.create(configured).getHost() == null) {
            throw new IllegalArgumentException("The public address '" + configured + "' is none: https://HOST[:PORT]");
        }
        this.configured = configured.replaceFirst("/+$", "");
        this.port = port;
    }

    /** Scheme, host and port, without a slash at the end. */
    public String origin() {
        return configured.isEmpty() ? "http://localhost:" + port.getAsInt() : configured;
    }

    /** What passkeys belong to: the host. It cannot be the number of an address. */
    String host() {
        return URI.create(origin()).getHost();
    }
}
