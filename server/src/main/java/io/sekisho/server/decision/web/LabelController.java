package io.sekisho.server.decision.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.decision.Labels;
import io.sekisho.server.decision.Request;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import io.sekisho.wire.json.JsonProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What turned out true. */
@RestController
class LabelController {

    private static final List<String> MEMBERS =
            List.of("about_kind", "about", "label", "known_at", "origin", "account_id");
    private static final List<String> KINDS = List.of("event", "order", "account", "code");

    private final Labels labels;
    private final Requests requests;
    private final AuditTrail audit;

    LabelController(Labels labels, Requests requests, AuditTrail audit) {
        this.labels = labels;
        this.requests = requests;
        this.audit = audit;
    }

    @PostMapping("/v1/labels")
    ResponseEntity<byte[]> add(
            Caller caller,
            @RequestHeader(name = Requests.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body) {
        JsonBody json = JsonBody.read(body);
        Map<String, Object> label = new LinkedHashMap<>();
        MEMBERS.stream().filter(json::has).forEach(name -> label.put(name, json.optional(name)));
        json.required("about");
        json.required("label");
        String kind = json.optional("about_kind");
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            json.add("about_kind", "unknown_value", "Known are " + String.join(", ", KINDS) + ".");
        }
        json.check();
        Request request = requests.of(caller, key, "POST /v1/labels", body);
        audit.append(
                caller.actor(),
                AuditAction.LABEL_ADDED,
                (kind.isEmpty() ? "event" : kind) + ":" + label.get("about"),
                Map.of("label", String.valueOf(label.get("label"))));
        return switch (labels.add(request, label)) {
            case Labels.Outcome.KeyReused reused -> throw Requests.reused();
            case Labels.Outcome.Invalid invalid -> throw refusal(invalid.problems());
            case Labels.Outcome.Applied applied -> {
                label.put("event_id", applied.eventId());
                yield Json.answer(201, label);
            }
        };
    }

    /** Of the event that the label would be only its data are the caller's. */
    private static ProblemException refusal(List<JsonProblem> problems) {
        List<HttpProblem.Item> items = problems.stream()
                .map(problem -> new HttpProblem.Item(
                        null, problem.pointer().replaceFirst("^/data", ""), problem.code(), problem.detail()))
                .toList();
        return new ProblemException(new HttpProblem(
                422, "invalid_body", "Not what is taken here", "Nothing was changed.", items, Map.of()));
    }
}
