package io.sekisho.server.decision.web;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.wire.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers in JSON. */
final class Json {

    private Json() {}

    static ResponseEntity<byte[]> answer(int status, Map<String, Object> members) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new CanonicalJson().write(members).getBytes(StandardCharsets.UTF_8));
    }

    /** In UTC. */
    static String time(long millis) {
        return Timestamps.format(millis, 0);
    }
}
