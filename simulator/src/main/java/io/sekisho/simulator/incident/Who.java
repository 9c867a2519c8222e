package io.sekisho.simulator.incident;

import io.sekisho.simulator.stream.Actor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who acts in a step of a story. */
enum Who {
    OWNER,
    ATTACKER,
    /** The shop's own systems. */
    SHOP,
    /** The shop's people, on the telephone or in a chat. */
    SUPPORT,
    /** Somebody outside the account, such as whoever redeems a code. */
    OUTSIDER;

    /** Whether the shop sees a device and a network. */
    boolean isConnected() {
        return this == OWNER || this == ATTACKER;
    }

    /** The shop takes an attacker for a customer. */
    @Nullable
    Actor actor() {
        return switch (this) {
            case OWNER, ATTACKER -> Actor.CUSTOMER;
            case SHOP -> Actor.SYSTEM;
            case SUPPORT, OUTSIDER -> null;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Who> named(String word) {
        for (Who who : values()) {
            if (who.word().equals(word)) {
                return Optional.of(who);
            }
        }
        return Optional.empty();
    }
}
