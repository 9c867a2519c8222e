package io.sekisho.client;

import org.jspecify.annotations.Nullable;

/**
 * One of the things that are wrong with what was sent; it never repeats a value.
 *
 * @param line of a batch, from 1; null where there was no batch
 * @param pointer RFC 6901, into the event
 * @param code stable, for machines
 * @param detail for people: what is wrong and what to do
 */
public record Problem(@Nullable Integer line, String pointer, String code, String detail) {

    static Problem at(String pointer, String code, String detail) {
        return new Problem(null, pointer, code, detail);
    }

    Problem inLine(int newLine) {
        return new Problem(newLine, pointer, code, detail);
    }
}
