package io.sekisho.server.pages.web;

import io.sekisho.server.projection.DecidedEvents;
import io.sekisho.server.projection.Happening;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which decisions somebody wants to see; kept in the page's address. */
record LiveFilter(Show show, Kinds kinds) {

    /** By outcome. */
    enum Show {
        ALL("allow", "challenge", "hold", "deny"),
        /** What was not simply allowed. */
        STOPPED("challenge", "hold", "deny"),
        ALLOW("allow"),
        CHALLENGE("challenge"),
        HOLD("hold"),
        DENY("deny");

        private final Set<String> outcomes;

        Show(String... outcomes) {
            this.outcomes = Set.of(outcomes);
        }

        /** As in the address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By what it is about; no families are all. */
    enum Kinds {
        ALL,
        SIGN_INS("login", "session", "verification", "three_ds"),
        CHANGES(
                "account",
                "address",
                "credential",
                "mail_flood",
                "mail_rule",
                "notification_settings",
                "password",
                "payment_method",
                "recovery",
                "wallet"),
        ORDERS("cart", "order", "payment"),
        CODES("gift_balance", "gift_code", "points");

        private final Set<String> families;

        Kinds(String... families) {
            this.families = Set.of(families);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What cannot be read is no restriction. */
    static LiveFilter of(@Nullable String show, @Nullable String kinds) {
        return new LiveFilter(
                Arrays.stream(Show.values())
                        .filter(one -> one.word().equals(show))
                        .findFirst()
                        .orElse(Show.ALL),
                Arrays.stream(Kinds.values())
                        .filter(one -> one.word().equals(kinds))
                        .findFirst()
                        .orElse(Kinds.ALL));
    }

    DecidedEvents.Choice until(long sequence) {
        return new DecidedEvents.Choice(show.outcomes, kinds.families, sequence);
    }

    boolean letsThrough(Happening happening) {
        Happening.Judged judged = happening.judged();
        String family = happening.type().replaceFirst("[.].*", "");
        return judged != null
                && show.outcomes.contains(judged.outcome())
                && (kinds.families.isEmpty() || kinds.families.contains(family));
    }

    /** Behind the page's path. */
    public String query() {
        return "?show=" + show.word() + "&kinds=" + kinds.word();
    }

    public LiveFilter with(Show other) {
        return new LiveFilter(other, kinds);
    }

    public LiveFilter with(Kinds other) {
        return new LiveFilter(show, other);
    }
}
