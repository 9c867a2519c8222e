package io.sekisho.server.decision;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import java.util.Optional;

/** Reads the id of a decision back into the identity of its event: both are the beginning of the same digest. */
final class DecisionKey {

    private static final int LETTERS = 26;
    private static final int BITS_A_LETTER = 5;

    private DecisionKey() {}

    /** Empty where the text is no id of a decision. */
    static Optional<Fingerprint> parse(String id) {
        if (id.length() != LETTERS) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LETTERS; i++) {
            int value = value(id.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            // 130 bits come; the last two are beyond the identity.
            int bits = i == LETTERS - 1 ? BITS_A_LETTER - 2 : BITS_A_LETTER;
            high = high << bits | low >>> (Long.SIZE - bits);
            low = low << bits | value >>> (BITS_A_LETTER - bits);
        }
        return Optional.of(new Fingerprint(high, low));
    }

    private static int value(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return letter - 'A';
        }
        return letter >= '2' && letter <= '7' ? letter - '2' + 26 : -1;
    }
}
