package io.sekisho.server.projection.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Texts of events in the forms in which PostgreSQL takes them; equal forms stand for equal texts. Stateless. */
public final class StoredText {

    /*
     * JSON allows the character NUL in a text, PostgreSQL does not: it is written as a mark and '0', and the mark itself,
     * U+FDD0, which Unicode leaves to programs for their own use, as the mark and '1'. An index takes no more than 2,700
     * bytes a row, and the contract sets no limit to the length of an id: a long one is stored as its beginning, a mark and
     * its digest. It is still found by the whole id, but only its event's body tells it whole.
     */
    private static final char MARK = '\uFDD0';
    private static final char OF_NUL = '0';
    private static final char OF_MARK = '1';
    private static final int LONGEST = 256;
    private static final int BEGINNING = 160;
    private static final int DIGEST_DIGITS = 64;

    private StoredText() {}

    /** An id as it stands in a row. */
    public static @Nullable String id(@Nullable String id) {
        return id == null || id.length() <= LONGEST ? id : shortened(id);
    }

    /** Whether the id is only the beginning of one. */
    public static boolean isShortened(String id) {
        return id.length() > DIGEST_DIGITS && id.charAt(id.length() - DIGEST_DIGITS - 1) == MARK;
    }

    /** As PostgreSQL takes it. */
    public static String encode(String text) {
        if (text.indexOf(0) < 0 && text.indexOf(MARK) < 0) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == MARK) {
                encoded.append(MARK).append(c == 0 ? OF_NUL : OF_MARK);
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    /** What {@link #encode} was given. */
    public static String decode(String stored) {
        if (stored.indexOf(MARK) < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder(stored.length());
        for (int i = 0; i < stored.length(); i++) {
            char c = stored.charAt(i);
            text.append(c == MARK ? marked(stored.charAt(++i)) : c);
        }
        return text.toString();
    }

    private static char marked(char kind) {
        return kind == OF_NUL ? 0 : MARK;
    }

    private static String shortened(String id) {
        int end = Character.isHighSurrogate(id.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return id.substring(0, end) + MARK + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
