package io.sekisho.wire.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the known words somebody meant. */
final class Suggestion {

    private static final int LONGEST_LIST = 40;

    /** A clause to put behind an error: the nearest word, else the list of all when it is short, else nothing. */
    static String clause(String word, Collection<String> known) {
        Optional<String> near = nearest(word, known);
        if (near.isPresent()) {
            return "; did you mean " + EchoedText.quoted(near.get()) + "?";
        }
        boolean isShort = !known.isEmpty() && known.size() <= LONGEST_LIST;
        return isShort ? "; there is: " + EchoedText.withoutLongNumbers(String.join(", ", known)) : "";
    }

    /** The word with the fewest letters to change, at most a third of them; the first of equals. */
    static Optional<String> nearest(String word, Collection<String> known) {
        int most = Math.max(1, (word.length() + 2) / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= most)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    private static int distance(String a, String b) {
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }

    private Suggestion() {}
}
