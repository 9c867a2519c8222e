package io.sekisho.wire.enrichment;

import io.sekisho.engine.expression.Absence;
import java.net.IDN;
import java.util.List;

/**
 * Tells whether a mail address lies at a domain that hands out throw-away addresses, or below one.
 *
 * <p>No allocation for an ASCII domain. Safe to share between threads.
 */
public final class DisposableDomains {
    /** RFC 5321, 4.5.3.1: 64 octets before the at sign and 255 behind it. */
    private static final int LONGEST = 320;

    private static final int LONGEST_LABEL = 63;

    private static final Finding<Boolean> DISPOSABLE = new Finding.Present<>(true);
    private static final Finding<Boolean> LASTING = new Finding.Present<>(false);
    private static final Finding<Boolean> NOT_GIVEN = new Finding.Absent<>(Absence.NOT_GIVEN);
    private static final Finding<Boolean> MALFORMED = new Finding.Absent<>(Absence.MALFORMED);
    private static final Finding<Boolean> NO_TABLE = new Finding.Absent<>(Absence.NO_TABLE);

    private final DomainSet domains;

    private DisposableDomains(DomainSet domains) {
        this.domains = domains;
    }

    /** The list that ships with the program, loaded at the first call. */
    public static DisposableDomains shipped() {
        return Holder.DOMAINS;
    }

    static DisposableDomains load(Shipped tables) {
        return new DisposableDomains(tables.load(DomainSet.FILE, DomainSet::read, DomainSet::missing));
    }

    /** Whether the address is disposable, in any case and with an internationalised domain in either form. */
    public Finding<Boolean> isDisposable(String email) {
        int start = 0;
        int end = email.length();
        while (start < end && Character.isWhitespace(email.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(email.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return NOT_GIVEN;
        }
        int at = email.lastIndexOf('@', end - 1);
        if (at <= start || end - start > LONGEST) {
            return MALFORMED;
        }
        return isAscii(email, at + 1, end) ? judged(email, at + 1, end) : international(email.substring(at + 1, end));
    }

    /** What is wrong with the list and what to do about it; empty when all is well. */
    public List<String> problems() {
        return edition().problem().stream().toList();
    }

    Edition edition() {
        return domains.edition();
    }

    private Finding<Boolean> international(String domain) {
        try {
            String ascii = IDN.toASCII(domain);
            return judged(ascii, 0, ascii.length());
        } catch (IllegalArgumentException e) {
            return MALFORMED;
        }
    }

    private Finding<Boolean> judged(String text, int from, int end) {
        int to = end > from && text.charAt(end - 1) == '.' ? end - 1 : end;
        if (!isDomain(text, from, to)) {
            return MALFORMED;
        }
        if (domains.edition().problem().isPresent()) {
            return NO_TABLE;
        }
        return domains.holds(text, from, to) ? DISPOSABLE : LASTING;
    }

    /** At least two labels of letters, digits, hyphens and underscores. */
    private static boolean isDomain(String text, int from, int to) {
        int labels = 0;
        int start = from;
        while (start <= to) {
            int end = start;
            while (end < to && text.charAt(end) != '.') {
                if (!isLabelLetter(text.charAt(end))) {
                    return false;
                }
                end++;
            }
            if (end == start || end - start > LONGEST_LABEL) {
                return false;
            }
            labels++;
            start = end + 1;
        }
        return labels >= 2;
    }

    private static boolean isLabelLetter(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '-'
                || letter == '_';
    }

    private static boolean isAscii(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static final class Holder {
        static final DisposableDomains DOMAINS = load(Shipped.TABLES);
    }
}
