package io.sekisho.server.access.staff;

import io.sekisho.server.access.Role;
import io.sekisho.server.access.Sha256;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What admins do with the staff: invite, change roles, deactivate, end sessions. They never choose a password. */
public final class StaffAdministration {

    private static final int LONGEST_KEY = 200;

    private final StaffTables tables;
    private final RequestTable requests;
    private final AuditTrail audit;
    private final PublicAddress address;
    private final Enrolment.EnrolmentClock clock;

    StaffAdministration(
            StaffTables tables,
            RequestTable requests,
            AuditTrail audit,
            PublicAddress address,
            Enrolment.EnrolmentClock clock) {
        this.tables = tables;
        this.requests = requests;
        this.audit = audit;
        this.address = address;
        this.clock = clock;
    }

    /** A change that is made once, however often it is sent. */
    public record Change(String actor, String idempotencyKey, Map<String, Object> body) {}

    /** All, by name. */
    public List<Map<String, Object>> all() {
        return tables.staff().all().stream().map(StaffAdministration::shown).toList();
    }

    public Optional<Map<String, Object>> find(String id) {
        return tables.staff().find(id).map(StaffAdministration::shown);
    }

    /** Invites somebody who is not there yet; the answer holds the link. */
    public Outcome invite(Change change) {
        List<HttpProblem.Item> problems = new ArrayList<>();
        String email = text(change.body(), "email").strip();
        String name = text(change.body(), "name").strip();
        Optional<Role> role = Role.of(text(change.body(), "role"));
        if (!StaffWords.isEmail(email)) {
            problems.add(StaffProblems.item("email", "invalid_email", "'email' is an e-mail address."));
        }
        if (!StaffWords.isName(name)) {
            problems.add(StaffProblems.item("name", "invalid_name", "'name' is a text of 1 to 100 characters."));
        }
        if (role.isEmpty()) {
            problems.add(StaffProblems.item("role", "unknown_role", "'role' is one of " + StaffProblems.ROLES + "."));
        }
        if (!problems.isEmpty()) {
            return StaffProblems.invalid(problems);
        }
        Instant now = clock.time().instant();
        Staff staff = new Staff(clock.tokens().id(), email, name, role.get(), true, false, now);
        return once(change, "invite", () -> add(change.actor(), staff, now));
    }

    /** Invites somebody anew who has lost what they sign in with: following the link ends what they had. */
    public Outcome inviteAgain(String id, Change change) {
        return once(
                change,
                "invite-again/" + id,
                () -> tables.staff()
                        .find(id)
                        .map(staff -> staff.isActive()
                                ? new Outcome.Done(invitation(
                                        change.actor(), staff, clock.time().instant()))
                                : StaffProblems.inactive())
                        .orElseGet(StaffProblems::unknown));
    }

    /** Changes role or activity, as far as the body names them. */
    public Outcome change(String actor, String id, Map<String, Object> body) {
        List<HttpProblem.Item> problems = new ArrayList<>();
        Optional<Role> role = Role.of(text(body, "role"));
        if (body.containsKey("role") && role.isEmpty()) {
            problems.add(StaffProblems.item("role", "unknown_role", "'role' is one of " + StaffProblems.ROLES + "."));
        }
        if (body.containsKey("active") && !(body.get("active") instanceof Boolean)) {
            problems.add(StaffProblems.item("active", "invalid_type", "'active' is true or false."));
        }
        body.keySet().stream()
                .filter(name -> !List.of("role", "active").contains(name))
                .forEach(name -> problems.add(
                        StaffProblems.item(name, "unknown_field", "Only 'role' and 'active' can be changed.")));
        if (!problems.isEmpty()) {
            return StaffProblems.invalid(problems);
        }
        return Executed.in(tables.transactions(), () -> {
            tables.staff().lock();
            return tables.staff()
                    .find(id)
                    .map(before -> change(actor, before, role.orElse(before.role()), active(body, before)))
                    .orElseGet(StaffProblems::unknown);
        });
    }

    /** Ends all sessions of somebody. */
    public Outcome endSessions(String actor, String id) {
        return Executed.in(tables.transactions(), () -> {
            if (tables.staff().find(id).isEmpty()) {
                return StaffProblems.unknown();
            }
            long ended = tables.sessions().revokeAll(id, clock.time().instant());
            audit.append(actor, AuditAction.SESSION_REVOKED, "staff:" + id, Map.of("sessions", Long.toString(ended)));
            return new Outcome.Done(Map.of("ended", ended));
        });
    }

    private Outcome add(String actor, Staff staff, Instant now) {
        tables.staff().lock();
        if (tables.staff().findByEmail(staff.email()).isPresent()) {
            return StaffProblems.emailTaken();
        }
        tables.staff().add(staff, clock.tokens().bytes(32));
        return new Outcome.Done(invitation(actor, staff, now));
    }

    private Map<String, Object> invitation(String actor, Staff staff, Instant now) {
        String token = tables.invitations().issue(staff.id(), now);
        audit.append(
                actor,
                AuditAction.STAFF_INVITED,
                "staff:" + staff.id(),
                Map.of("role", staff.role().word()));
        Map<String, Object> answer = shown(staff);
        answer.put(
                "invitation",
                Map.of(
                        "url",
                        address.origin() + "/enrol?token=" + token,
                        "expires",
                        now.plus(InvitationTable.LIFETIME).toString()));
        return answer;
    }

    private Outcome change(String actor, Staff before, Role role, boolean active) {
        boolean wasAdmin = StaffTable.isAdmin(before);
        boolean staysAdmin = active && role == Role.ADMIN;
        long admins = tables.staff().all().stream().filter(StaffTable::isAdmin).count();
        if (wasAdmin && !staysAdmin && admins == 1) {
            return StaffProblems.lastAdmin();
        }
        tables.staff().change(before.id(), role, active);
        record(actor, before, role, active);
        if (!active) {
            tables.sessions().revokeAll(before.id(), clock.time().instant());
        }
        return new Outcome.Done(shown(tables.staff().find(before.id()).orElseThrow()));
    }

    private void record(String actor, Staff before, Role role, boolean active) {
        String subject = "staff:" + before.id();
        if (before.role() != role) {
            audit.append(
                    actor,
                    AuditAction.STAFF_ROLE_CHANGED,
                    subject,
                    Map.of("from", before.role().word(), "to", role.word()));
        }
        if (before.isActive() != active) {
            audit.append(
                    actor, active ? AuditAction.STAFF_REACTIVATED : AuditAction.STAFF_DEACTIVATED, subject, Map.of());
        }
    }

    /** A refusal is not kept: whoever mends the cause may send the same again. */
    private Outcome once(Change change, String what, Supplier<Outcome> work) {
        String key = change.idempotencyKey();
        if (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            return StaffProblems.keyMissing();
        }
        byte[] body = Sha256.of(what + "\n" + new CanonicalJson().write(change.body()));
        RequestTable.Identity identity = new RequestTable.Identity(change.actor(), key, body);
        return Optional.ofNullable(tables.transactions().execute(status -> {
                    Optional<RequestTable.Before> before =
                            requests.take(identity, clock.time().instant());
                    Outcome outcome = before.map(StaffAdministration::again).orElseGet(work);
                    if (outcome instanceof Outcome.Done done && before.isEmpty()) {
                        requests.answer(
                                identity,
                                new CanonicalJson().write(done.answer()).getBytes(StandardCharsets.UTF_8));
                    } else {
                        status.setRollbackOnly();
                    }
                    return outcome;
                }))
                .orElseThrow();
    }

    private static Outcome again(RequestTable.Before before) {
        return switch (before) {
            case RequestTable.Before.Another another -> StaffProblems.keyReused();
            case RequestTable.Before.Same same -> new Outcome.Done(tree(same.answer()));
        };
    }

    private static Map<String, Object> tree(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Map<String, Object> members = new LinkedHashMap<>();
        if (JsonTree.read(bytes, 0, bytes.length, new ArrayList<>()).orElseThrow() instanceof Map<?, ?> read) {
            read.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        return members;
    }

    private static boolean active(Map<String, Object> body, Staff before) {
        return body.get("active") instanceof Boolean active ? active : before.isActive();
    }

    private static Map<String, Object> shown(Staff staff) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", staff.id());
        shown.put("email", staff.email());
        shown.put("name", staff.name());
        shown.put("role", staff.role().word());
        shown.put("active", staff.isActive());
        shown.put("enrolled", staff.isEnrolled());
        shown.put("created", staff.created().toString());
        return shown;
    }

    private static String text(Map<String, Object> body, String name) {
        return body.get(name) instanceof String text ? text : "";
    }
}
