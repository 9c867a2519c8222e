package io.sekisho.server.access.staff;

import io.sekisho.server.access.Role;
import io.sekisho.server.platform.HttpProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What can be wrong with a change of the staff. */
final class StaffProblems {

    static final String ROLES = Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "));

    private StaffProblems() {}

    static HttpProblem.Item item(String field, String code, String detail) {
        return new HttpProblem.Item(null, "/" + field, code, detail);
    }

    static Outcome invalid(List<HttpProblem.Item> problems) {
        return new Outcome.Not(new HttpProblem(
                422,
                "invalid_staff",
                "This cannot be taken",
                "Mend what problems lists, and send it again.",
                problems,
                Map.of()));
    }

    static Outcome unknown() {
        return not(404, "not_found", "There is no such person", "GET /v1/staff lists all.");
    }

    static Outcome emailTaken() {
        return not(
                409,
                "email_taken",
                "The address is in use",
                "Somebody with this e-mail address is there already: change them, or invite them anew.");
    }

    static Outcome lastAdmin() {
        return not(
                409,
                "last_admin",
                "The last admin stays",
                "Nobody could invite staff any more. Make somebody else an admin, who must have enrolled, first.");
    }

    static Outcome inactive() {
        return not(
                409, "staff_inactive", "The person is not active", "Set active to true first; then invite them anew.");
    }

    static Outcome keyMissing() {
        return not(
                400,
                "idempotency_key_missing",
                "An Idempotency-Key is needed",
                "Send the header Idempotency-Key with a value of 1 to 200 characters of your own, the same for each repeat.");
    }

    static Outcome keyReused() {
        return not(
                422,
                "idempotency_key_reused",
                "The Idempotency-Key was used for another request",
                "Send a new key with a new request; a repeat has the same body.");
    }

    private static Outcome not(int status, String code, String title, String detail) {
        return new Outcome.Not(HttpProblem.of(status, code, title, detail));
    }
}
