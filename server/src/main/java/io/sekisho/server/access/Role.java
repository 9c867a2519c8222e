package io.sekisho.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of staff is; exactly one. */
public enum Role {
    /** Works on rules and lists, reads customers. */
    ANALYST,
    /** Speaks with customers. */
    AGENT,
    /** Leads agents and analysts. */
    LEAD,
    /** Reads everything, the audit log too, and changes nothing. */
    AUDITOR,
    /** Invites staff; may do everything that people may. */
    ADMIN;

    /** As it is written in the database and in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
