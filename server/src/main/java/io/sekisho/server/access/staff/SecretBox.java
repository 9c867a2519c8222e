package io.sekisho.server.access.staff;

/** Seals small secrets before they are stored, and opens them. */
public interface SecretBox {

    byte[] seal(byte[] secret);

    /**
     * Opens what {@link #seal} gave.
     *
     * @throws IllegalStateException if it was not sealed by this box
     */
    byte[] open(byte[] sealed);
}
