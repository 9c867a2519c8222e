package io.sekisho.server.projection.web;

import io.sekisho.server.projection.Cursor;
import io.sekisho.server.projection.Found;
import io.sekisho.server.projection.Projector;
import io.sekisho.wire.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers that see what was durable when they were asked for, or say how many records they do not see. */
@Component
class Fresh {

    static final String LAG = "Sekisho-Lag";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Projector projector;

    Fresh(Projector projector) {
        this.projector = projector;
    }

    ResponseEntity<byte[]> page(Supplier<Found> query) {
        return answer(() -> {
            Found found = query.get();
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("items", found.items());
            members.put("next", found.next().map(Cursor::encode).orElse(null));
            return members;
        });
    }

    ResponseEntity<byte[]> answer(Supplier<Map<String, Object>> query) {
        long missing = projector.awaitCommitted(LONGEST_WAIT);
        byte[] body = new CanonicalJson().write(query.get()).getBytes(StandardCharsets.UTF_8);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        return (missing > 0 ? answer.header(LAG, Long.toString(missing)) : answer).body(body);
    }
}
