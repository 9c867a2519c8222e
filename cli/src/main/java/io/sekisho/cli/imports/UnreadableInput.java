package io.sekisho.cli.imports;

import java.io.IOException;

/** The user's input failed, not our output: exit code 2, not 1. */
public final class UnreadableInput extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableInput(String file, IOException cause) {
        super(file + ": cannot be read: " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case java.nio.file.NoSuchFileException ignored -> "there is no such file";
            case java.nio.file.AccessDeniedException ignored -> "access denied";
            case java.io.EOFException ignored -> "the compressed file is cut short";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
