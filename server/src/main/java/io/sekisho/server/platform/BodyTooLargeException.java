package io.sekisho.server.platform;

import java.io.IOException;

/** The body of a request has more bytes than are taken. */
final class BodyTooLargeException extends IOException {

    BodyTooLargeException(long mostBytes) {
        super("more than " + mostBytes + " bytes");
    }
}
