package io.sekisho.client;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shop is to do about an event: the server's decision, or where none came the fail policy's.
 *
 * <p>A decision of the fail policy has a {@link #degradation} and nothing of what only the server knows: no deadline, no
 * reasons, no actions. Sending the same event again later gets the server's own decision.
 *
 * @param score 0 to 100
 * @param required what the customer has to do; with {@link Outcome#CHALLENGE} of the server only
 * @param hold until when nothing is captured or delivered; with {@link Outcome#HOLD} of the server only
 * @param release when a code may leave at the earliest; null means at once
 * @param actions what the shop has to do now, also about earlier orders, codes and sessions of the account
 * @param degradation null where the server decided
 * @param json the whole answer as it came; empty where none did
 */
public record Decision(
        Outcome outcome,
        String decisionId,
        String eventId,
        int score,
        String level,
        Status status,
        List<Reason> reasons,
        @Nullable Required required,
        @Nullable Hold hold,
        @Nullable Release release,
        List<Action> actions,
        String policyVersion,
        long sequence,
        @Nullable Degradation degradation,
        String json) {

    public Decision {
        reasons = List.copyOf(reasons);
        actions = List.copyOf(actions);
    }

    /** How the server came to its decision. */
    public enum Status implements Word {
        EVALUATED,
        /** A system failure was in the way: the server's, which its reasons name, or the {@link #degradation}. */
        DEGRADED,
        /** The policy does not decide on this type. */
        NOT_EVALUATED,
        /** A word that this version of the client does not know; {@link #json} has it. */
        UNKNOWN
    }

    /** Why, in the words of the policy. */
    public record Reason(String code, int weight, String en, String ja) {}

    /**
     * What the customer has to do.
     *
     * @param methods one of these, in the words of the contract
     * @param expiresAt not done by then: deny for value, end of session for a login
     */
    public record Required(List<String> methods, @Nullable OffsetDateTime expiresAt) {
        public Required {
            methods = List.copyOf(methods);
        }
    }

    /**
     * How long nothing is captured or delivered.
     *
     * @param cancelsOnExpiry true where the order is cancelled at the end, false where it is released
     * @param releaseOn what ends it earlier
     */
    public record Hold(@Nullable OffsetDateTime expiresAt, boolean cancelsOnExpiry, List<String> releaseOn) {
        public Hold {
            releaseOn = List.copyOf(releaseOn);
        }
    }

    /** When the code leaves unless stopped meanwhile. */
    public record Release(@Nullable OffsetDateTime notBefore) {}

    /**
     * Something that the shop has to do.
     *
     * @param verb in the words of the contract, as in {@code revoke_sessions}
     * @param target id of an account, an order, a code
     */
    public record Action(String verb, String target) {}

    /**
     * Why the fail policy decided, and whose.
     *
     * @param failure what went wrong
     */
    public record Degradation(Failure failure, FailPolicy.Origin policyFrom) {}

    /** True where the fail policy decided and not the server. */
    public boolean isDegraded() {
        return degradation != null;
    }

    static Decision degraded(String eventId, Outcome outcome, Degradation degradation, String json) {
        return new Decision(
                outcome,
                "",
                eventId,
                0,
                "unknown",
                Status.DEGRADED,
                List.of(),
                null,
                null,
                null,
                List.of(),
                "",
                0,
                degradation,
                json);
    }

    /** Without the raw answer, which may be long. */
    @Override
    public String toString() {
        return outcome + " " + eventId + " score " + score + " " + status
                + (degradation == null ? "" : " " + degradation.failure());
    }
}
