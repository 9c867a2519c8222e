package io.sekisho.simulator.stream;

import org.jspecify.annotations.Nullable;

/** Who really caused an event: known to the simulation and the labels, never written into the event. */
public sealed interface Origin {
    /** The account's owner, or the shop on the owner's behalf. */
    Origin HONEST = new Honest();

    /** See {@link #HONEST}. */
    record Honest() implements Origin {}

    /**
     * An attacker.
     *
     * @param variant letter of the variant, null for the plain scenario
     * @param knownAt when the shop would have learnt of it from the victim
     */
    record Attack(String scenario, @Nullable String variant, long knownAt) implements Origin {}
}
