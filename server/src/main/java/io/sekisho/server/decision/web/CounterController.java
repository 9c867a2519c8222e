package io.sekisho.server.decision.web;

import io.sekisho.engine.feature.KeyKind;
import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.decision.Counters;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Every feature of a key, now. */
@RestController
class CounterController {

    private final Counters counters;
    private final AuditTrail audit;
    private final InstantSource time;

    CounterController(Counters counters, AuditTrail audit, InstantSource time) {
        this.counters = counters;
        this.audit = audit;
        this.time = time;
    }

    /** A key that is personal itself is not written into the audit log. */
    @GetMapping("/v1/counters/{entity}/{key}")
    ResponseEntity<byte[]> counters(Caller caller, @PathVariable String entity, @PathVariable String key) {
        KeyKind kind = Counters.kind(entity).orElseThrow(CounterController::unknown);
        boolean isAccount = kind == KeyKind.ACCOUNT;
        audit.append(caller.actor(), AuditAction.CUSTOMER_VIEWED, entity + ":" + (isAccount ? key : "-"), Map.of());
        long now = time.millis();
        Counters.Counts counts = counters.of(kind, key, now);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("entity", entity);
        answer.put("key", key);
        answer.put("at", Json.time(now));
        answer.put("features", counts.features());
        answer.put("absent", counts.absent());
        return Json.answer(200, answer);
    }

    private static ProblemException unknown() {
        String known = Arrays.stream(KeyKind.values()).map(KeyKind::word).collect(Collectors.joining(", "));
        return new ProblemException(HttpProblem.of(
                404, "entity_not_found", "Nothing is counted by this", "Features are counted by " + known + "."));
    }
}
