package io.sekisho.server.platform;

/**
 * Given at the start where the server is only tried out: whoever knows the token is let in. Nobody else gives one.
 *
 * @param token secret; a link with it is shown to whoever started the server
 */
public record Trial(String token) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Trial";
    }
}
