package io.sekisho.server.access;

import static io.sekisho.server.access.Role.ADMIN;
import static io.sekisho.server.access.Role.AGENT;
import static io.sekisho.server.access.Role.ANALYST;
import static io.sekisho.server.access.Role.AUDITOR;
import static io.sekisho.server.access.Role.LEAD;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What an endpoint asks of its caller: the scopes of which a key needs one, the roles of which a person needs one. */
public enum Permission {
    /** Nothing is asked: health, sign-in, the description of the API. */
    PUBLIC(EnumSet.noneOf(Scope.class), EnumSet.noneOf(Role.class)),
    DECIDE(EnumSet.of(Scope.DECIDE), EnumSet.noneOf(Role.class)),
    READ_DECISIONS(EnumSet.of(Scope.READ), EnumSet.allOf(Role.class)),
    /** A look at a customer; whoever answers it writes it into the audit log. */
    READ_CUSTOMERS(EnumSet.of(Scope.READ), EnumSet.allOf(Role.class)),
    READ_LISTS(EnumSet.of(Scope.READ), EnumSet.allOf(Role.class)),
    CHANGE_LISTS(EnumSet.of(Scope.WRITE), EnumSet.of(ANALYST, LEAD, ADMIN)),
    READ_LABELS(EnumSet.of(Scope.READ), EnumSet.allOf(Role.class)),
    ADD_LABELS(EnumSet.of(Scope.WRITE, Scope.DECIDE), EnumSet.of(ANALYST, AGENT, LEAD, ADMIN)),
    METRICS(EnumSet.of(Scope.METRICS), EnumSet.of(ADMIN)),
    MANAGE_STAFF(EnumSet.noneOf(Scope.class), EnumSet.of(ADMIN)),
    READ_AUDIT(EnumSet.noneOf(Scope.class), EnumSet.of(AUDITOR, ADMIN)),
    /** What people do with their own account, whoever they are. */
    OWN_SESSION(EnumSet.noneOf(Scope.class), EnumSet.allOf(Role.class));

    private final Set<Scope> scopes;
    private final Set<Role> roles;

    Permission(Set<Scope> scopes, Set<Role> roles) {
        this.scopes = Collections.unmodifiableSet(scopes);
        this.roles = Collections.unmodifiableSet(roles);
    }

    /** The scopes of which a key needs one; none where no key is let in. */
    public Set<Scope> scopes() {
        return scopes;
    }

    /** The roles of which a person needs one; none where no person is let in. */
    public Set<Role> roles() {
        return roles;
    }

    public boolean isGrantedTo(Caller caller) {
        return this == PUBLIC
                || switch (caller) {
                    case Caller.KeyCaller machine -> isGrantedTo(machine.key());
                    case Caller.StaffCaller person -> roles.contains(person.role());
                };
    }

    public boolean isGrantedTo(ApiKey key) {
        return this == PUBLIC || !Collections.disjoint(scopes, key.scopes());
    }
}
