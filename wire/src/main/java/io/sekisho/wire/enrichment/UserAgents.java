package io.sekisho.wire.enrichment;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Tells what a user agent says it is, and remembers the answers.
 *
 * <p>At most {@value #REMEMBERED} answers are remembered, the place decided by the hash of the text, the newer one
 * pushing out the older; texts over {@value #LONGEST_REMEMBERED} characters are read anew each time, so that nobody can
 * fill the memory: it stays under 5 MB. An answer does not depend on what is remembered. Safe to share between threads.
 */
public final class UserAgents {
    /** A power of two. */
    private static final int REMEMBERED = 4096;

    private static final int LONGEST_REMEMBERED = 512;

    private final AtomicReferenceArray<Remembered> answers = new AtomicReferenceArray<>(REMEMBERED);

    /** The one that a process shares. */
    public static UserAgents shared() {
        return Holder.AGENTS;
    }

    /** What the text says; unknown in all parts when it is empty or means nothing to us. */
    public Agent of(String userAgent) {
        if (userAgent.isEmpty()) {
            return Agent.UNKNOWN;
        }
        if (userAgent.length() > LONGEST_REMEMBERED) {
            return AgentClassifier.classify(userAgent);
        }
        int hash = userAgent.hashCode();
        int place = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
        Remembered before = answers.get(place);
        if (before != null && before.userAgent.equals(userAgent)) {
            return before.agent;
        }
        Agent agent = AgentClassifier.classify(userAgent);
        answers.set(place, new Remembered(userAgent, agent));
        return agent;
    }

    private record Remembered(String userAgent, Agent agent) {}

    private static final class Holder {
        static final UserAgents AGENTS = new UserAgents();
    }
}
