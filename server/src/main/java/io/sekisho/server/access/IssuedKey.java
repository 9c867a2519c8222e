package io.sekisho.server.access;

/**
 * A key that was just made, with its secret, which is nowhere else and is shown once.
 *
 * @param secret what the client sends after {@code Bearer}
 */
public record IssuedKey(ApiKey key, String secret) {

    /** Without the secret, which must not reach a log. */
    @Override
    public String toString() {
        return "IssuedKey[" + key.id() + "]";
    }
}
