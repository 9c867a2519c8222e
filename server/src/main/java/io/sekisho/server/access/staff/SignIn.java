package io.sekisho.server.access.staff;

import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditEntry;
import io.sekisho.server.audit.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** How staff sign in: with a passkey, or with a password and a code. Which part was wrong is told to nobody. */
public final class SignIn {

    private static final String PASSWORD = "password";
    private static final String PASSKEY = "passkey";
    private static final int LONGEST_EMAIL = 254;

    private final StaffTables tables;
    private final Credentials credentials;
    private final Doorway doorway;
    private final AuditTrail audit;
    private final InstantSource time;
    private final SignInThrottle throttle = new SignInThrottle();

    SignIn(StaffTables tables, Credentials credentials, Doorway doorway, AuditTrail audit, InstantSource time) {
        this.tables = tables;
        this.credentials = credentials;
        this.doorway = doorway;
        this.audit = audit;
        this.time = time;
    }

    /** What was typed; a field that was not sent is empty. */
    public record Typed(String email, String password, String code) {

        public Typed {
            email = Objects.requireNonNullElse(email, "");
            password = Objects.requireNonNullElse(password, "");
            code = Objects.requireNonNullElse(code, "");
        }

        /** Nothing of it. */
        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** With a password and the code of the second factor. */
    public SignInResult withPassword(Typed typed, Visitor visitor) {
        Instant now = time.instant();
        String email = typed.email().strip().toLowerCase(Locale.ROOT);
        Optional<Staff> staff = email.length() > LONGEST_EMAIL
                ? Optional.empty()
                : tables.staff().findByEmail(email).filter(Staff::isActive);
        String account = accountKey(email, staff, visitor, now);
        List<String> keys = new ArrayList<>(List.of(account, SignInThrottle.address(visitor.address())));
        Duration wait = throttle.wait(keys, now);
        if (wait.isPositive()) {
            return new SignInResult.TryLater(wait.toSeconds() + 1);
        }
        if (!isRight(staff, typed, now)) {
            throttle.failed(keys, now);
            return refused(staff, PASSWORD);
        }
        throttle.succeeded(account);
        return open(staff.orElseThrow(), PASSWORD, visitor, now);
    }

    /** What the browser needs to ask for a passkey. */
    public String passkeyOptions(String visit) {
        return credentials.passkeys().requestOptions(visit);
    }

    /** With what a passkey signed. */
    public SignInResult withPasskey(String visit, String credential, Visitor visitor) {
        Instant now = time.instant();
        List<String> keys = List.of(SignInThrottle.address(visitor.address()));
        Duration wait = throttle.wait(keys, now);
        if (wait.isPositive()) {
            return new SignInResult.TryLater(wait.toSeconds() + 1);
        }
        Optional<Staff> staff = credentials.passkeys().authenticate(visit, credential);
        if (staff.filter(Staff::isActive).isEmpty()) {
            throttle.failed(keys, now);
            return refused(staff, PASSKEY);
        }
        return open(staff.get(), PASSKEY, visitor, now);
    }

    /** In a browser in which they have signed in before, only what fails there counts. */
    private String accountKey(String email, Optional<Staff> staff, Visitor visitor, Instant now) {
        return visitor.device()
                .filter(secret -> staff.isPresent()
                        && tables.devices().isKnown(staff.get().id(), secret, now))
                .map(secret -> SignInThrottle.device(email, secret))
                .orElseGet(() -> SignInThrottle.account(email));
    }

    /** Takes equally long whether there is such a person or not, and whichever part is wrong. */
    private boolean isRight(Optional<Staff> staff, Typed typed, Instant now) {
        Optional<FactorTable.Factor> factor =
                staff.flatMap(person -> tables.factors().find(person.id()));
        if (factor.isEmpty()) {
            return credentials.passwords().isNobodys(typed.password());
        }
        boolean isPassword =
                credentials.passwords().isRight(typed.password(), factor.get().passwordHash());
        byte[] secret = credentials.box().open(factor.get().totpSealed());
        OptionalLong step = credentials.totp().step(secret, typed.code().replace(" ", ""), now);
        return isPassword
                && step.isPresent()
                && tables.factors().useStep(staff.orElseThrow().id(), step.getAsLong());
    }

    private SignInResult open(Staff staff, String method, Visitor visitor, Instant now) {
        return Executed.in(tables.transactions(), () -> doorway.open(staff.id(), method, visitor, now));
    }

    private SignInResult refused(Optional<Staff> staff, String method) {
        String subject = "staff:" + staff.map(Staff::id).orElse("unknown");
        audit.append(AuditEntry.SYSTEM, AuditAction.STAFF_SIGN_IN_FAILED, subject, Map.of("method", method));
        return new SignInResult.Refused();
    }
}
