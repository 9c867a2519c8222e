package io.sekisho.cli.house;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A checked-in file: its path from the root, with slashes, and its bytes. */
record TextFile(String path, byte[] bytes) {

    /** How far git looks for a NUL to tell a binary file. */
    private static final int PROBE_BYTES = 8000;

    static TextFile of(String path, String text) {
        return new TextFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isText() {
        return IntStream.range(0, Math.min(bytes.length, PROBE_BYTES)).noneMatch(at -> bytes[at] == 0);
    }

    boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return Arrays.asList(text().split("\n", -1));
    }

    /** Each line in which the pattern is found. */
    Stream<Finding> linesWith(Pattern pattern, String what) {
        List<String> lines = lines();
        return IntStream.range(0, lines.size())
                .filter(at -> pattern.matcher(lines.get(at)).find())
                .mapToObj(at -> new Finding(path, at + 1, what));
    }
}
