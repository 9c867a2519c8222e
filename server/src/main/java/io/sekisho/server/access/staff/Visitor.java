package io.sekisho.server.access.staff;

import java.util.Optional;

/**
 * Who stands at the door, before it is known who it is.
 *
 * @param address of the network
 * @param device the secret in the cookie of a browser in which somebody has signed in before
 */
public record Visitor(String address, String userAgent, Optional<String> device) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Visitor";
    }
}
