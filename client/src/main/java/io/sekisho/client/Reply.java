package io.sekisho.client;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param failure null where the server answered with anything
 * @param retryAfter what the answer asks for
 * @param text the body
 */
record Reply(
        @Nullable Failure failure,
        int status,
        String contentType,
        @Nullable Duration retryAfter,
        String text) {

    private static final String PROBLEM_JSON = "application/problem+json";

    static Reply failed(Failure failure) {
        return new Reply(failure, 0, "", null, "");
    }

    /** Bytes that are no UTF-8 are no answer of ours: the text is then empty. */
    static String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notOurs) {
            return "";
        }
    }

    /** True where the same request may be answered better a little later. */
    boolean isPassing() {
        if (failure != null) {
            return failure.cause() == Cause.CONNECTION_FAILED;
        }
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    Optional<JsonObject> object() {
        return JsonReader.object(text);
    }

    /** What an answer that is no success tells. */
    Failure toFailure() {
        if (failure != null) {
            return failure;
        }
        Optional<JsonObject> problem = problem();
        String detail = problem.flatMap(told -> told.text("detail").or(() -> told.text("title")))
                .orElse("The answer has no explanation that this client can read");
        return new Failure(
                Cause.ofStatus(status),
                status,
                detail,
                problem.map(Reply::problems).orElse(List.of()));
    }

    Failure unusable(String detail) {
        return new Failure(Cause.UNUSABLE_ANSWER, status, detail, List.of());
    }

    /** The server's fail policy for the type, where it says one. */
    Optional<Outcome> failPolicy() {
        return problem().flatMap(told -> told.text("fail_policy")).flatMap(Outcome::of);
    }

    static List<Problem> problems(JsonObject told) {
        return told.objects("problems").stream()
                .map(each -> new Problem(
                        each.whole("line").map(Long::intValue).orElse(null),
                        each.text("pointer").orElse(""),
                        each.text("code").orElse("unknown"),
                        each.text("detail").orElse("")))
                .toList();
    }

    private Optional<JsonObject> problem() {
        return contentType.startsWith(PROBLEM_JSON) ? object() : Optional.empty();
    }
}
