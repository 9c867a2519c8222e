package io.sekisho.engine.problem;

import java.util.Collection;

/** The known word that a mistyped one was probably meant to be. */
public final class Suggestion {

    /** Words further apart than this many edits are strangers. */
    private static final int FARTHEST = 3;

    private Suggestion() {}

    /** {@code " Did you mean 'x'?"}, or nothing where no word is near. */
    public static String forWord(String word, Collection<String> known) {
        String best = "";
        int least = Math.min(FARTHEST, Math.max(1, word.length() / 3)) + 1;
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance < least || (distance == least && candidate.compareTo(best) < 0 && !best.isEmpty())) {
                best = candidate;
                least = distance;
            }
        }
        return best.isEmpty() ? "" : " Did you mean '" + best + "'?";
    }

    /** Levenshtein's distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
