package io.sekisho.server.access.staff;

import io.sekisho.server.access.Role;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.security.web.webauthn.api.Bytes;

/**
 * How somebody who was invited gets a passkey, or a password with a second factor. Whoever had some before loses them, and
 * their sessions: an invitation is also the way back for who has lost a device.
 */
public final class Enrolment {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final Bytes NONE = new Bytes(new byte[0]);

    private final StaffTables tables;
    private final Credentials credentials;
    private final Doorway doorway;
    private final AuditTrail audit;
    private final EnrolmentClock clock;
    private final Ceremonies<Begun> begun = new Ceremonies<>(LIFETIME);

    Enrolment(StaffTables tables, Credentials credentials, Doorway doorway, AuditTrail audit, EnrolmentClock clock) {
        this.tables = tables;
        this.credentials = credentials;
        this.doorway = doorway;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where time and ids come from. */
    record EnrolmentClock(InstantSource time, Tokens tokens) {}

    /** What was entered; name and e-mail count only for the first admin. */
    public record Entered(String token, String name, String email, String password) {

        /** A field that was not sent is empty. */
        public Entered {
            token = Objects.requireNonNullElse(token, "");
            name = Objects.requireNonNullElse(name, "");
            email = Objects.requireNonNullElse(email, "");
            password = Objects.requireNonNullElse(password, "");
        }

        /** Nothing of it. */
        @Override
        public String toString() {
            return "Entered";
        }
    }

    /** Who enrols, and what was chosen so far. */
    private record Begun(Staff staff, boolean isNew, Bytes handle, String passwordHash, Bytes totpSecret) {

        /** Nothing of it. */
        @Override
        public String toString() {
            return "Begun";
        }
    }

    /** For whom the link is; empty where it is not good. */
    public Optional<Newcomer> find(String token) {
        return tables.invitations()
                .find(token, now())
                .flatMap(invitation -> invitation
                        .staffId()
                        .map(id -> tables.staff()
                                .find(id)
                                .filter(Staff::isActive)
                                .map(staff -> new Newcomer(false, staff.name(), staff.email())))
                        .orElseGet(() -> Optional.of(new Newcomer(true, "", ""))
                                .filter(first -> !tables.staff().hasAdmin())));
    }

    /** The first step with a password. */
    public EnrolResult choosePassword(Entered entered) {
        Optional<Begun> who = who(entered);
        if (who.isEmpty()) {
            return new EnrolResult.LinkNotGood();
        }
        Staff staff = who.get().staff();
        Set<String> faults = faults(who.get());
        credentials
                .passwords()
                .faults(entered.password(), staff.name(), staff.email())
                .forEach(fault -> faults.add(
                        "password." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (!faults.isEmpty()) {
            return new EnrolResult.Faulty(faults);
        }
        Bytes secret = new Bytes(clock.tokens().bytes(Totp.SECRET_BYTES));
        String hash = credentials.passwords().hash(entered.password());
        begun.begin(
                entered.token(), new Begun(staff, who.get().isNew(), who.get().handle(), hash, secret), now());
        return new EnrolResult.ProveCode(
                Totp.address(secret.getBytes(), staff.email()), Totp.base32(secret.getBytes()));
    }

    /** The last step with a password: the code proves that the second factor works. */
    public EnrolResult proveCode(String token, String code, Visitor visitor) {
        Optional<Begun> found = begun.take(token, now());
        if (found.isEmpty()) {
            return new EnrolResult.LinkNotGood();
        }
        Begun who = found.get();
        OptionalLong step = credentials.totp().step(who.totpSecret().getBytes(), code.replace(" ", ""), now());
        if (step.isEmpty()) {
            begun.begin(token, who, now());
            return new EnrolResult.Faulty(Set.of("code.wrong"));
        }
        FactorTable.Factor factor = new FactorTable.Factor(
                who.passwordHash(), credentials.box().seal(who.totpSecret().getBytes()));
        return finish(token, who, "password", visitor, () -> {
            tables.factors().put(who.staff().id(), factor, step.getAsLong(), now());
            return true;
        });
    }

    /** Shows the QR code again after a wrong code. */
    public Optional<EnrolResult.ProveCode> codeToProve(String token) {
        Optional<Begun> found = begun.take(token, now());
        found.ifPresent(who -> begun.begin(token, who, now()));
        return found.map(who -> new EnrolResult.ProveCode(
                Totp.address(who.totpSecret().getBytes(), who.staff().email()),
                Totp.base32(who.totpSecret().getBytes())));
    }

    /** The first step with a passkey. */
    public EnrolResult beginPasskey(Entered entered) {
        Optional<Begun> who = who(entered);
        if (who.isEmpty()) {
            return new EnrolResult.LinkNotGood();
        }
        Set<String> faults = faults(who.get());
        if (!faults.isEmpty()) {
            return new EnrolResult.Faulty(faults);
        }
        begun.begin(entered.token(), who.get(), now());
        Staff staff = who.get().staff();
        return new EnrolResult.MakePasskey(credentials
                .passkeys()
                .creationOptions(
                        entered.token(),
                        PasskeyOwner.entity(who.get().handle().getBytes(), staff.email(), staff.name())));
    }

    /** The last step with a passkey. */
    public EnrolResult provePasskey(String token, String credential, Visitor visitor) {
        Optional<Begun> who = begun.take(token, now());
        return who.isEmpty()
                ? new EnrolResult.LinkNotGood()
                : finish(
                        token,
                        who.get(),
                        "passkey",
                        visitor,
                        () -> credentials.passkeys().register(token, credential));
    }

    private EnrolResult finish(String token, Begun who, String method, Visitor visitor, BooleanSupplier factor) {
        Optional<EnrolResult> result = Optional.ofNullable(tables.transactions().execute(status -> {
            EnrolResult made = make(token, who, method, visitor, factor);
            if (!(made instanceof EnrolResult.Enrolled)) {
                status.setRollbackOnly();
            }
            return made;
        }));
        return result.orElseThrow();
    }

    private EnrolResult make(String token, Begun who, String method, Visitor visitor, BooleanSupplier factor) {
        tables.staff().lock();
        boolean isTooLate = who.isNew() && tables.staff().hasAdmin();
        if (isTooLate || !tables.invitations().use(token, now())) {
            return new EnrolResult.LinkNotGood();
        }
        String id = who.staff().id();
        if (who.isNew()) {
            tables.staff().add(who.staff(), who.handle().getBytes());
        } else {
            tables.factors().delete(id);
            tables.passkeys().deleteAll(id);
            tables.sessions().revokeAll(id, now());
        }
        if (!factor.getAsBoolean()) {
            return new EnrolResult.Faulty(Set.of("passkey.refused"));
        }
        audit.append("staff:" + id, AuditAction.STAFF_ENROLLED, "staff:" + id, Map.of("method", method));
        return new EnrolResult.Enrolled(doorway.open(id, method, visitor, now()));
    }

    private Optional<Begun> who(Entered entered) {
        Optional<Newcomer> newcomer = find(entered.token());
        if (newcomer.isEmpty()) {
            return Optional.empty();
        }
        if (newcomer.get().isFirst()) {
            Staff first = new Staff(
                    clock.tokens().id(),
                    entered.email().strip(),
                    entered.name().strip(),
                    Role.ADMIN,
                    true,
                    false,
                    now());
            return Optional.of(new Begun(first, true, new Bytes(clock.tokens().bytes(32)), "", NONE));
        }
        return tables.staff()
                .findByEmail(newcomer.get().email())
                .map(staff -> new Begun(staff, false, new Bytes(tables.staff().handle(staff.id())), "", NONE));
    }

    private Set<String> faults(Begun who) {
        Set<String> faults = new LinkedHashSet<>();
        if (!StaffWords.isName(who.staff().name())) {
            faults.add("name.wrong");
        }
        if (!StaffWords.isEmail(who.staff().email())) {
            faults.add("email.wrong");
        }
        if (who.isNew() && tables.staff().findByEmail(who.staff().email()).isPresent()) {
            faults.add("email.taken");
        }
        return faults;
    }

    private Instant now() {
        return clock.time().instant();
    }
}
