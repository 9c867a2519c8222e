package io.sekisho.server.access.staff;

import io.sekisho.server.access.Role;
import io.sekisho.server.platform.Trial;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Lets in, without a proof of who they are, whoever has the link of a server that is only tried out. */
public final class TrialDoor {

    private static final String NAME = "Demo";
    private static final String EMAIL = "demo@localhost";
    private static final int HANDLE_BYTES = 32;

    private final Trial trial;
    private final StaffTables tables;
    private final Doorway doorway;
    private final Tokens tokens;
    private final InstantSource time;

    TrialDoor(Trial trial, StaffTables tables, Doorway doorway, Tokens tokens, InstantSource time) {
        this.trial = trial;
        this.tables = tables;
        this.doorway = doorway;
        this.tokens = tokens;
        this.time = time;
    }

    /** A session for whoever has the token; nothing for anybody else. */
    public Optional<SignInResult.Opened> enter(String token, Visitor visitor) {
        boolean isKnown = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), trial.token().getBytes(StandardCharsets.UTF_8));
        return isKnown ? Optional.of(Executed.in(tables.transactions(), () -> open(visitor))) : Optional.empty();
    }

    private SignInResult.Opened open(Visitor visitor) {
        Instant now = time.instant();
        tables.staff().lock();
        String id = tables.staff().findByEmail(EMAIL).map(Staff::id).orElseGet(() -> add(now));
        return doorway.open(id, "trial", visitor, now);
    }

    private String add(Instant now) {
        Staff staff = new Staff(tokens.id(), EMAIL, NAME, Role.ADMIN, true, false, now);
        tables.staff().add(staff, tokens.bytes(HANDLE_BYTES));
        return staff.id();
    }
}
