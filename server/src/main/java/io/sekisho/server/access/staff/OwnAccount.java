package io.sekisho.server.access.staff;

import io.sekisho.server.access.SignedIn;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people see and do of their own account. */
public final class OwnAccount {

    private final StaffTables tables;
    private final AuditTrail audit;
    private final InstantSource time;

    OwnAccount(StaffTables tables, AuditTrail audit, InstantSource time) {
        this.tables = tables;
        this.audit = audit;
        this.time = time;
    }

    /** An open session; {@code isThis} is the one that asks. */
    public record OpenSession(
            String id, String method, String userAgent, Instant created, Instant lastSeen, boolean isThis) {}

    /** A passkey by its name. */
    public record OwnPasskey(String label, Instant created, Instant lastUsed) {}

    /** Whose session a cookie's secret opens. */
    public Optional<SignedIn> signedIn(String secret) {
        return tables.sessions().find(secret, time.instant());
    }

    public Staff staff(SignedIn person) {
        return tables.staff().find(person.caller().staffId()).orElseThrow();
    }

    /** The latest first. */
    public List<OpenSession> sessions(SignedIn person) {
        return tables.sessions().open(person.caller().staffId(), time.instant()).stream()
                .map(shown -> new OpenSession(
                        shown.id(),
                        shown.method(),
                        shown.userAgent(),
                        shown.created(),
                        shown.lastSeen(),
                        shown.id().equals(person.sessionId())))
                .toList();
    }

    public List<OwnPasskey> passkeys(SignedIn person) {
        return tables.passkeys().shown(person.caller().staffId()).stream()
                .map(shown -> new OwnPasskey(shown.label(), shown.created(), shown.lastUsed()))
                .toList();
    }

    public boolean hasPassword(SignedIn person) {
        return tables.factors().find(person.caller().staffId()).isPresent();
    }

    /** Ends one of the own sessions; somebody else's is as unknown as none. */
    public void revoke(SignedIn person, String sessionId) {
        end(person, sessionId, AuditAction.SESSION_REVOKED);
    }

    public void signOut(SignedIn person) {
        end(person, person.sessionId(), AuditAction.STAFF_SIGNED_OUT);
    }

    private void end(SignedIn person, String sessionId, AuditAction action) {
        String actor = person.caller().actor();
        tables.transactions().executeWithoutResult(status -> {
            if (tables.sessions().revoke(person.caller().staffId(), sessionId, time.instant())) {
                audit.append(actor, action, actor, Map.of("session", sessionId));
            }
        });
    }
}
