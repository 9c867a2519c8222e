package io.sekisho.server.audit;

/** What the audit log tells of: one stable word each, which readers and searches hold on to. */
public enum AuditAction {
    CUSTOMER_VIEWED("customer.viewed"),
    DECISION_VIEWED("decision.viewed"),
    LIST_CHANGED("list.changed"),
    LABEL_ADDED("label.added"),
    POLICY_ACTIVATED("policy.activated"),
    KEY_CREATED("key.created"),
    KEY_REVOKED("key.revoked"),
    STAFF_INVITED("staff.invited"),
    STAFF_ENROLLED("staff.enrolled"),
    STAFF_ROLE_CHANGED("staff.role_changed"),
    STAFF_DEACTIVATED("staff.deactivated"),
    STAFF_REACTIVATED("staff.reactivated"),
    STAFF_SIGNED_IN("staff.signed_in"),
    STAFF_SIGN_IN_FAILED("staff.sign_in_failed"),
    STAFF_SIGNED_OUT("staff.signed_out"),
    SESSION_REVOKED("session.revoked");

    private final String word;

    AuditAction(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
