package io.sekisho.server.decision.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.decision.DecisionRecords;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One decision whole, and taken again. */
@RestController
class DecisionController {

    private final DecisionRecords records;
    private final AuditTrail audit;

    DecisionController(DecisionRecords records, AuditTrail audit) {
        this.records = records;
        this.audit = audit;
    }

    /** It shows what the shop sent of a person: the look is written down first. */
    @GetMapping("/v1/decisions/{id}")
    ResponseEntity<byte[]> whole(Caller caller, @PathVariable String id) {
        Map<String, Object> whole = records.whole(id).orElseThrow(DecisionController::unknown);
        audit.append(caller.actor(), AuditAction.DECISION_VIEWED, "decision:" + id, Map.of());
        return Json.answer(200, whole);
    }

    @PostMapping("/v1/decisions/{id}:replay")
    ResponseEntity<byte[]> again(@PathVariable String id, @RequestParam(required = false) @Nullable String policy) {
        if (policy != null && !policy.equals("live") && !policy.equals("recorded")) {
            throw new ProblemException(HttpProblem.of(
                    422, "invalid_parameter", "Not a policy to decide by", "policy is 'recorded' (usual) or 'live'."));
        }
        return Json.answer(200, records.again(id, "live".equals(policy)).orElseThrow(DecisionController::unknown));
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpProblem.of(
                404,
                "decision_not_found",
                "No such decision",
                "No event with a decision of this id was accepted; the id is the decision_id of an answer."));
    }
}
