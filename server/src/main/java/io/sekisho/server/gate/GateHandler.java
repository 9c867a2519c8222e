package io.sekisho.server.gate;

import io.netty.handler.codec.TooLongFrameException;
import io.sekisho.server.access.Doorkeeper;
import io.sekisho.server.access.Permission;
import io.sekisho.server.decision.Answer;
import io.sekisho.server.decision.EventDoor;
import io.sekisho.server.platform.HttpProblem;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the requests of the gate; nothing here waits. Called by the event loops. */
final class GateHandler implements Handler<HttpServerRequest> {

    /** The largest batch and a little; the door knows the exact bounds. */
    static final int MOST_BYTES = (8 << 20) + (64 << 10);

    private static final String DECISIONS = "/v1/decisions";
    private static final String EVENTS = "/v1/events";
    private static final Logger LOG = LoggerFactory.getLogger(GateHandler.class);

    private static final Answer NOT_FOUND = Answer.of(HttpProblem.of(
            404,
            "not_found",
            "There is nothing here",
            "The gate serves POST /v1/decisions and POST /v1/events; everything else is on the main port."));
    private static final Answer WRONG_METHOD = Answer.of(
                    HttpProblem.of(405, "method_not_allowed", "Not with this method", "This path is there for POST."))
            .with(Map.of("Allow", "POST"));
    private static final Answer TOO_LARGE = Answer.of(HttpProblem.of(
                    413, "too_large", "Too large", "The body may have at most 8 MiB; send less at once."))
            .with(Map.of("Connection", "close"));
    private static final Answer NO_HTTP = Answer.of(HttpProblem.of(
                    400,
                    "bad_request",
                    "Bad Request",
                    "What was sent is not HTTP/1.1, or its body not of the length said."))
            .with(Map.of("Connection", "close"));
    private static final Answer HEAD_TOO_LONG = Answer.of(HttpProblem.of(
                    431, "request_header_fields_too_large", "Too large", "The headers may have at most 16 KiB."))
            .with(Map.of("Connection", "close"));
    private static final Answer BROKEN = Answer.of(HttpProblem.of(
            500, "internal_error", "Internal Server Error", "This is our mistake; the server's log tells more."));

    private final Doorkeeper doorkeeper;
    private final EventDoor door;

    GateHandler(Doorkeeper doorkeeper, EventDoor door) {
        this.doorkeeper = doorkeeper;
        this.door = door;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = request.path();
        if (!DECISIONS.equals(path) && !EVENTS.equals(path)) {
            send(request, NOT_FOUND);
        } else if (!HttpMethod.POST.equals(request.method())) {
            send(request, WRONG_METHOD);
        } else {
            switch (doorkeeper.admit(request.getHeader("Authorization"), Permission.DECIDE)) {
                case Doorkeeper.Verdict.Refused refused ->
                    send(request, Answer.of(refused.problem()).with(refused.headers()));
                case Doorkeeper.Verdict.LetIn letIn -> new Body(request, letIn).read();
            }
        }
    }

    /** What is no HTTP, or has more head than is taken; the connection cannot be used any more. */
    static void refuseInvalid(HttpServerRequest request) {
        boolean isHeadTooLong = request.decoderResult().cause() instanceof TooLongFrameException;
        send(request, isHeadTooLong ? HEAD_TOO_LONG : NO_HTTP);
    }

    /** A request's body on its way in. */
    private final class Body {
        private final HttpServerRequest request;
        private final Doorkeeper.Verdict.LetIn letIn;
        private final Buffer bytes = Buffer.buffer();
        private boolean isTooLarge;

        Body(HttpServerRequest request, Doorkeeper.Verdict.LetIn letIn) {
            this.request = request;
            this.letIn = letIn;
        }

        void read() {
            request.handler(this::take);
            request.endHandler(end -> finish());
            request.exceptionHandler(gone -> LOG.atDebug().log("A request broke off"));
        }

        private void take(Buffer part) {
            if (isTooLarge) {
                return;
            }
            if (bytes.length() + part.length() > MOST_BYTES) {
                isTooLarge = true;
                send(request, TOO_LARGE);
                return;
            }
            bytes.appendBuffer(part);
        }

        private void finish() {
            if (isTooLarge) {
                return;
            }
            EventDoor.Request event = new EventDoor.Request(
                    letIn.key(),
                    request.getHeader("Content-Type"),
                    bytes.getBytes(),
                    "true".equals(request.getParam("partial")),
                    LoopReplies.ofThisLoop());
            Consumer<Answer> answer = made -> send(request, made.with(letIn.headers()));
            try {
                if (DECISIONS.equals(request.path())) {
                    door.decide(event, answer);
                } else {
                    door.accept(event, answer);
                }
            } catch (RuntimeException bug) {
                // The edge: whoever asked must get an answer.
                LOG.atError().setCause(bug).log("A request failed at the gate");
                send(request, BROKEN);
            }
        }
    }

    private static void send(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.putHeader("Content-Type", answer.contentType());
        answer.headers().forEach(response::putHeader);
        response.end(Buffer.buffer(answer.body()));
    }
}
