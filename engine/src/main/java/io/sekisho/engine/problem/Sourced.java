package io.sekisho.engine.problem;

/**
 * A piece of text and where it stands.
 *
 * @param origin of the first character
 * @param indent column at which further lines of the text begin, from 1
 */
public record Sourced(String text, Origin origin, int indent) {

    /** Text that stands in no file. */
    public static Sourced of(String text) {
        return new Sourced(text, new Origin("(inline)", 1, 1), 1);
    }

    /** The place of a character of the text; {@code line} from 1, {@code column} from 0, as CEL counts. */
    public Origin at(int line, int column) {
        return line <= 1
                ? new Origin(origin.file(), origin.line(), origin.column() + column)
                : new Origin(origin.file(), origin.line() + line - 1, indent + column);
    }
}
