package io.sekisho.server.projection.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import io.sekisho.server.projection.Activity;
import io.sekisho.server.projection.Cursor;
import io.sekisho.server.projection.Found;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened on an account. */
@RestController
class ActivityController {

    private final Activity activity;
    private final Fresh fresh;
    private final AuditTrail audit;

    ActivityController(Activity activity, Fresh fresh, AuditTrail audit) {
        this.activity = activity;
        this.fresh = fresh;
        this.audit = audit;
    }

    /** The look is written down before it is answered. */
    @GetMapping("/v1/accounts/{id}/activity")
    ResponseEntity<byte[]> of(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PageWish.USUAL) String limit) {
        PageWish wish = new PageWish();
        Optional<Cursor> cursor = wish.after(after);
        int most = wish.limit(limit);
        wish.check();
        return fresh.page(() -> {
            Found found = activity.of(id, cursor, most).orElseThrow(ActivityController::unknown);
            audit.append(caller.actor(), AuditAction.CUSTOMER_VIEWED, "account:" + id, Map.of("view", "activity"));
            return found;
        });
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpProblem.of(
                404,
                "account_not_found",
                "No such account",
                "No event of this account was accepted; the id is the account_id of events."));
    }
}
