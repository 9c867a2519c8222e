package io.sekisho.server.notice.web;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.notice.Notice;
import io.sekisho.server.notice.Notices;
import io.sekisho.server.projection.Projector;
import io.sekisho.wire.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the owner of an account was told. */
@RestController
class NoticeController {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final String LAG = "Sekisho-Lag";

    private final Notices notices;
    private final Projector projector;
    private final AuditTrail audit;

    NoticeController(Notices notices, Projector projector, AuditTrail audit) {
        this.notices = notices;
        this.projector = projector;
        this.audit = audit;
    }

    /** The look is written down before it is answered. */
    @GetMapping("/v1/accounts/{id}/notices")
    ResponseEntity<byte[]> of(Caller caller, @PathVariable String id) throws InterruptedException {
        long missing = projector.awaitProjected(projector.committed(), LONGEST_WAIT);
        List<Notice> found = notices.ofAccount(id);
        audit.append(caller.actor(), AuditAction.CUSTOMER_VIEWED, "account:" + id, Map.of("view", "notices"));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        return (missing > 0 ? answer.header(LAG, Long.toString(missing)) : answer).body(json(found));
    }

    private static byte[] json(List<Notice> notices) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", notices.stream().map(NoticeController::members).toList());
        return new CanonicalJson().write(page).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> members(Notice notice) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("reference", notice.reference());
        members.put("decision_id", notice.decisionId());
        members.put("follow_up", notice.isFollowUp());
        members.put("state", notice.state().word());
        members.put("acted_at", time(notice.actedAt()));
        members.put("received_at", time(notice.receivedAt()));
        members.put("opened_at", time(notice.openedAt()));
        put(members, "handed_over_at", notice.handedOverAt());
        members.put("language", notice.language());
        members.put("acts", (long) notice.acts());
        members.put("orders", (long) notice.orders());
        members.put(
                "deliveries",
                notice.deliveries().stream().map(NoticeController::members).toList());
        return members;
    }

    private static Map<String, Object> members(Notice.Delivery delivery) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("state", delivery.state().word());
        members.put("attempts", (long) delivery.attempts());
        if (!delivery.maskedAddress().isEmpty()) {
            members.put("address", delivery.maskedAddress());
        }
        put(members, "handed_over_at", delivery.handedOverAt());
        if (delivery.lastError() != null) {
            members.put("last_error", delivery.lastError());
        }
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Instant time) {
        if (time != null) {
            members.put(name, time(time));
        }
    }

    private static String time(Instant time) {
        return Timestamps.format(time.toEpochMilli(), 0);
    }
}
