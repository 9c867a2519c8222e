package io.sekisho.cli.console;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What a command reads. A failure to read is the input's fault, not the work's: it is unusable. */
final class Input extends FilterInputStream {

    private final String name;

    Input(String name, InputStream in) {
        super(in);
        this.name = name;
    }

    static UnusableException unusable(String name, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new UnusableException("There is no file " + name + ".", cause);
        }
        String reason = switch (cause) {
            case AccessDeniedException denied -> "access denied";
            case EOFException cut -> "the compressed file is cut short";
            default -> String.valueOf(cause.getMessage());
        };
        return new UnusableException("The file " + name + " cannot be read: " + reason + ".", cause);
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException unreadable) {
            throw unusable(name, unreadable);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        try {
            return super.read(bytes, from, length);
        } catch (IOException unreadable) {
            throw unusable(name, unreadable);
        }
    }
}
