package io.sekisho.cli.story;

import io.sekisho.engine.rule.Outcome;

/** How something is emphasised on a terminal. */
enum Tone {
    PLAIN(""),
    TITLE("1"),
    FAINT("2"),
    GOOD("32"),
    CAUTION("33"),
    STERN("1;35"),
    BAD("1;31"),
    DONE("36");

    /** What stands between ESC [ and m, see ECMA-48 on "select graphic rendition". */
    private final String code;

    Tone(String code) {
        this.code = code;
    }

    static Tone of(Outcome outcome) {
        return switch (outcome) {
            case ALLOW -> GOOD;
            case CHALLENGE -> CAUTION;
            case HOLD -> STERN;
            case DENY -> BAD;
        };
    }

    String paint(String text, boolean isColored) {
        return isColored && !code.isEmpty() && !text.isBlank() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
