package io.sekisho.wire.enrichment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * A set of domain names that also holds everything below them: the table {@code disposable.txt.gz}.
 *
 * <p>The names stay in the one byte array they were read into, a line each; an open-addressed table of at least twice
 * their number says where each line ends. A name is hashed from its last letter on, so that one pass over an asked
 * domain meets the hash of each domain above it, and nothing is allocated. Memory: the text plus 2-4 ints a name.
 */
final class DomainSet {
    static final String FILE = "disposable.txt.gz";
    private static final String MAGIC = "SKD1 ";

    private final byte[] lines;
    /** Where the line of a name ends, at the name's place; 0 is a free place. */
    private final int[] ends;

    private final Edition edition;

    private DomainSet(byte[] lines, int[] ends, Edition edition) {
        this.lines = lines;
        this.ends = ends;
        this.edition = edition;
    }

    static DomainSet read(InputStream source) throws IOException {
        byte[] lines;
        try (GZIPInputStream unpacked = new GZIPInputStream(source, 1 << 16)) {
            lines = unpacked.readAllBytes();
        }
        int header = lineEnd(lines, 0);
        String head = new String(lines, 0, header, StandardCharsets.US_ASCII);
        if (!head.startsWith(MAGIC)) {
            throw new IOException("it does not begin with " + MAGIC);
        }
        int names = count(lines, header + 1);
        int[] ends = new int[Math.max(2, Integer.highestOneBit(names) * 4)];
        for (int start = header + 1; start < lines.length; ) {
            int end = lineEnd(lines, start);
            place(lines, ends, start, end);
            start = end + 1;
        }
        return new DomainSet(lines, ends, Edition.of(head.substring(MAGIC.length()), names));
    }

    static DomainSet missing(String problem) {
        return new DomainSet(new byte[0], new int[2], Edition.missing(problem));
    }

    /** Whether the set holds the domain {@code text[from, to)}, in its ASCII form and any case, or one above it. */
    boolean holds(CharSequence text, int from, int to) {
        int hash = 0;
        for (int i = to - 1; i >= from; i--) {
            hash = mixed(hash, lower(text.charAt(i)));
            boolean isDomain = i == from || text.charAt(i - 1) == '.';
            if (isDomain && holdsExactly(text, i, to, hash)) {
                return true;
            }
        }
        return false;
    }

    Edition edition() {
        return edition;
    }

    private boolean holdsExactly(CharSequence text, int from, int to, int hash) {
        for (int place = home(hash, ends); ends[place] != 0; place = (place + 1) & (ends.length - 1)) {
            if (isLine(text, from, to, ends[place])) {
                return true;
            }
        }
        return false;
    }

    private boolean isLine(CharSequence text, int from, int to, int end) {
        int start = end - (to - from);
        if (start < 1 || lines[start - 1] != '\n') {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (lower(text.charAt(i)) != lines[start + i - from]) {
                return false;
            }
        }
        return true;
    }

    private static void place(byte[] lines, int[] ends, int start, int end) {
        int hash = 0;
        for (int i = end - 1; i >= start; i--) {
            hash = mixed(hash, lines[i]);
        }
        int place = home(hash, ends);
        while (ends[place] != 0) {
            place = (place + 1) & (ends.length - 1);
        }
        ends[place] = end;
    }

    private static int mixed(int hash, int letter) {
        return hash * 31 + letter;
    }

    private static int home(int hash, int[] ends) {
        int spread = hash * 0x9E3779B9;
        return spread >>> (Integer.numberOfLeadingZeros(ends.length) + 1);
    }

    private static int lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    private static int count(byte[] lines, int from) throws IOException {
        if (lines.length <= from || lines[lines.length - 1] != '\n') {
            throw new IOException("its last line is not whole");
        }
        int count = 0;
        for (int i = from; i < lines.length; i++) {
            count += lines[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static int lineEnd(byte[] lines, int from) {
        int end = from;
        while (end < lines.length && lines[end] != '\n') {
            end++;
        }
        return end;
    }
}
