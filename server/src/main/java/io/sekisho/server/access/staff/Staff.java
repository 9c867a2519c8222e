package io.sekisho.server.access.staff;

import io.sekisho.server.access.Caller;
import io.sekisho.server.access.Role;
import java.time.Instant;

/**
 * A member of staff.
 *
 * @param isActive whether they may sign in
 * @param isEnrolled whether they have a passkey, or a password with its second factor
 */
public record Staff(
        String id, String email, String name, Role role, boolean isActive, boolean isEnrolled, Instant created) {

    Caller.StaffCaller caller() {
        return new Caller.StaffCaller(id, name, role);
    }

    /** Without name and address. */
    @Override
    public String toString() {
        return "Staff[" + id + ", " + role + "]";
    }
}
