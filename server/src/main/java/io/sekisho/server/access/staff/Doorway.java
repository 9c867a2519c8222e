package io.sekisho.server.access.staff;

import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import java.time.Instant;
import java.util.Map;

/** Lets somebody in who has proved who they are. */
final class Doorway {

    private final StaffTables tables;
    private final AuditTrail audit;
    private final Tokens tokens;

    Doorway(StaffTables tables, AuditTrail audit, Tokens tokens) {
        this.tables = tables;
        this.audit = audit;
        this.tokens = tokens;
    }

    /** Within the caller's transaction, so that there is no session without its entry in the audit log. */
    SignInResult.Opened open(String staffId, String method, Visitor visitor, Instant now) {
        String device = visitor.device().orElseGet(tokens::secret);
        String session = tables.sessions().open(staffId, method, visitor.userAgent(), now);
        tables.devices().remember(staffId, device, now);
        audit.append("staff:" + staffId, AuditAction.STAFF_SIGNED_IN, "staff:" + staffId, Map.of("method", method));
        return new SignInResult.Opened(session, device);
    }
}
