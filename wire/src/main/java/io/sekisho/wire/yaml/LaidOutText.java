package io.sekisho.wire.yaml;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The text of an expression with each character in the line and column in which it stands in the file, however YAML
 * folds its lines and shortens its escapes: only white space differs from the value, and that outside of strings. Used
 * for one text.
 */
final class LaidOutText {

    private static final char NONE = 0;

    private final StringBuilder text = new StringBuilder();
    private final ScalarStyle style;

    /** The quote that opened the string which is being written; NONE outside of strings. */
    private char quote = NONE;

    /** Columns that escapes had more than their characters, to be given back behind the string. */
    private int owedColumns;

    private boolean hasEscapes;

    private LaidOutText(ScalarStyle style) {
        this.style = style;
    }

    private record Source(Origin origin, String text) {}

    /** Nothing where the layout cannot be kept, as in a string that goes over several lines. */
    static Optional<Sourced> of(ScalarNode scalar, YamlFile file) {
        LaidOutText laidOut = new LaidOutText(scalar.getScalarStyle());
        return laidOut.source(scalar, file)
                .filter(source -> laidOut.write(source.text()) && laidOut.isSameAs(scalar.getValue()))
                .map(source -> new Sourced(laidOut.text.toString(), source.origin(), 1));
    }

    private Optional<Source> source(ScalarNode scalar, YamlFile file) {
        Mark start = scalar.getStartMark();
        Mark end = scalar.getEndMark();
        boolean isBlock = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        int quotes = isQuoted() ? 1 : 0;
        int line = isBlock ? start.getLine() + 1 : start.getLine();
        int column = isBlock ? 0 : start.getColumn() + quotes;
        return between(file.lines(), line, column, end.getLine(), end.getColumn() - quotes)
                .map(text -> trimmed(file.name(), line, column, text));
    }

    private static Optional<String> between(List<String> lines, int line, int column, int lastLine, int lastColumn) {
        List<String> between = new ArrayList<>();
        for (int i = line; i <= Math.min(lastLine, lines.size() - 1); i++) {
            String whole = lines.get(i);
            int from = i == line ? column : 0;
            int to = i == lastLine ? lastColumn : whole.length();
            if (from < 0 || to > whole.length() || from > to) {
                return Optional.empty();
            }
            between.add(whole.substring(from, to));
        }
        return Optional.of(String.join("\n", between));
    }

    /** The origin is that of the first character that is no white space. */
    private static Source trimmed(String file, int line, int column, String text) {
        String body = text.stripLeading();
        String before = text.substring(0, text.length() - body.length());
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        int lastLine = before.length() - before.lastIndexOf('\n') - 1;
        int firstColumn = lines == 0 ? column + lastLine : lastLine;
        return new Source(new Origin(file, line + lines + 1, firstColumn + 1), body.stripTrailing());
    }

    /** False where the layout cannot be kept. */
    private boolean write(String source) {
        char escape = escape();
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean isEscape = c == escape;
            if (isEscape) {
                i++;
                c = i < source.length() ? source.charAt(i) : NONE;
                hasEscapes = true;
                owedColumns++;
            }
            boolean isUnknown = isEscape && c != '\'' && c != '"' && c != '\\';
            if (isUnknown || (c == '\n' && quote != NONE)) {
                return false;
            }
            write(c);
        }
        return true;
    }

    private char escape() {
        return switch (style) {
            case SINGLE_QUOTED -> '\'';
            case DOUBLE_QUOTED -> '\\';
            case PLAIN, LITERAL, FOLDED, JSON_SCALAR_STYLE -> NONE;
        };
    }

    private void write(char c) {
        text.append(c);
        if (quote == NONE) {
            quote = c == '\'' || c == '"' ? c : NONE;
        } else if (quote == c) {
            quote = NONE;
        }
        if (quote == NONE) {
            text.repeat(' ', owedColumns);
            owedColumns = 0;
        }
    }

    /** Where strings cannot be told from the rest for certain, nothing must have been put in. */
    private boolean isSameAs(String value) {
        boolean isCertain = !value.contains("\\") && !value.contains("'''") && !value.contains("\"\"\"");
        return (isCertain || !hasEscapes) && withoutSpace(value).equals(withoutSpace(text.toString()));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    private boolean isQuoted() {
        return style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
    }
}
