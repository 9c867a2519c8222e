package io.sekisho.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong between shop and server; it holds neither the API key nor a value of the event.
 *
 * @param httpStatus of the last answer; null where there was none
 * @param detail for people
 * @param problems all that the server, or the client before it, found wrong with the event
 */
public record Failure(Cause cause, @Nullable Integer httpStatus, String detail, List<Problem> problems) {

    public Failure {
        problems = List.copyOf(problems);
    }

    static Failure of(Cause cause, String detail) {
        return new Failure(cause, null, detail, List.of());
    }
}
