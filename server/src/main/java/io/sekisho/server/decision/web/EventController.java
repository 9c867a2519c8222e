package io.sekisho.server.decision.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.decision.Answer;
import io.sekisho.server.decision.EventDoor;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The gate's two endpoints, on the main port. */
@RestController
class EventController {

    private static final byte[] NOTHING = {};

    private final EventDoor door;

    EventController(EventDoor door) {
        this.door = door;
    }

    @PostMapping("/v1/decisions")
    CompletableFuture<ResponseEntity<byte[]>> decide(
            Caller.KeyCaller caller,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestBody(required = false) byte @Nullable [] body) {
        return answer(door::decide, request(caller, contentType, body, false));
    }

    @PostMapping("/v1/events")
    CompletableFuture<ResponseEntity<byte[]>> accept(
            Caller.KeyCaller caller,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestParam(required = false) @Nullable String partial) {
        return answer(door::accept, request(caller, contentType, body, "true".equals(partial)));
    }

    private static EventDoor.Request request(
            Caller.KeyCaller caller, @Nullable String contentType, byte @Nullable [] body, boolean isPartial) {
        return new EventDoor.Request(
                caller.key(), contentType, body == null ? NOTHING : body, isPartial, Thread::startVirtualThread);
    }

    private static CompletableFuture<ResponseEntity<byte[]>> answer(
            BiConsumer<EventDoor.Request, Consumer<Answer>> endpoint, EventDoor.Request request) {
        CompletableFuture<ResponseEntity<byte[]>> entity = new CompletableFuture<>();
        endpoint.accept(request, answer -> entity.complete(entity(answer)));
        return entity;
    }

    private static ResponseEntity<byte[]> entity(Answer answer) {
        ResponseEntity.BodyBuilder entity = ResponseEntity.status(answer.status());
        answer.headers().forEach(entity::header);
        return entity.header(HttpHeaders.CONTENT_TYPE, answer.contentType()).body(answer.body());
    }
}
