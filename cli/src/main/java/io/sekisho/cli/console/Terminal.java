package io.sekisho.cli.console;

import java.io.Console;
import java.util.Optional;

/** Whether a person is watching. */
public final class Terminal {

    private Terminal() {}

    public static boolean isThere() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
