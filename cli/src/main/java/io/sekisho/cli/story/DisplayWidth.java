package io.sekisho.cli.story;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many columns of a terminal a text takes: Chinese and Japanese characters take two, combining marks none. */
final class DisplayWidth {

    /*
     * The wide and full-width characters of Unicode's East Asian Width (UAX 11), in ranges, first and last included. Those
     * of ambiguous width (box lines, arrows, dashes) count as narrow: terminals of today draw them so. In case one does
     * not, the story uses none of them before anything that is to be aligned.
     */
    private static final int[][] WIDE = {
        {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF},
        {0xA960, 0xA97C}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
    };

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        for (int[] range : WIDE) {
            if (character >= range[0] && character <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** The text with blanks behind it up to the width; a wider text as it is. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text with blanks before it up to the width; a wider text as it is. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    /** The text in lines of at most that width, broken where the language allows, in words only where they are too long. */
    static List<String> wrap(String text, int width, Locale locale) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (isInWord(text, to)) {
                continue;
            }
            String unit = text.substring(from, to);
            from = to;
            if (of(line + unit.stripTrailing()) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(unit);
            cut(line, width, lines);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** Java breaks behind the points and hyphens of {@code k***@example.org} and {@code call-back}; we do not. */
    private static boolean isInWord(String text, int at) {
        return at < text.length()
                && !Character.isWhitespace(text.codePointBefore(at))
                && of(text.codePointBefore(at)) == 1
                && of(text.codePointAt(at)) == 1;
    }

    private static void cut(StringBuilder line, int width, List<String> lines) {
        while (of(line.toString().stripTrailing()) > width) {
            int end = 0;
            while (of(line.substring(0, line.offsetByCodePoints(end, 1))) <= width) {
                end = line.offsetByCodePoints(end, 1);
            }
            // A width of one column still takes a wide character: an endless loop would be worse.
            end = Math.max(end, line.offsetByCodePoints(0, 1));
            lines.add(line.substring(0, end));
            line.delete(0, end);
        }
    }
}
