package io.sekisho.cli.score;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What turned out to be true of an event, an order, an account or a code.
 *
 * @param scenario empty where there is none; so are variant and trap
 * @param value the stored value at stake; null for a probe
 * @param attackerHolds the methods of verification that the attacker can pass
 */
record Label(
        Kind kind,
        String about,
        Verdict verdict,
        String scenario,
        String variant,
        String trap,
        @Nullable Amount value,
        Set<String> attackerHolds) {

    /** What the attacker of an account is taken to hold unless its label says otherwise. */
    static final Set<String> USUALLY_HELD = Set.of("password", "sms", "totp", "email");

    /** What a label is about. */
    enum Kind {
        EVENT,
        ORDER,
        ACCOUNT,
        CODE
    }

    /** What the label says. */
    enum Verdict {
        TAKEOVER,
        CARD_FRAUD,
        FIRST_PARTY,
        HONEST
    }

    boolean isAttack() {
        return verdict != Verdict.HONEST;
    }
}
