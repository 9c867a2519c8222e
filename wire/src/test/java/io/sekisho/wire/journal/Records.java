package io.sekisho.wire.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Records to be written, and journals as they are read back. */
final class Records {

    static final JournalOwner OWNER = new JournalOwner("default", "key-1");

    /** So small that a handful of records fills one. */
    static final long SMALL_SEGMENT = 400;

    private Records() {}

    /** Of any length, nothing included. */
    static byte[] random(Random random, int most) {
        byte[] payload = new byte[random.nextInt(most + 1)];
        random.nextBytes(payload);
        return payload;
    }

    static byte[] named(long number) {
        return ("record " + number).getBytes(StandardCharsets.UTF_8);
    }

    static Journal open(Path folder) {
        return Journal.open(folder, OWNER, SMALL_SEGMENT, record -> {});
    }

    /** What is shown while the journal is opened; it is closed again. */
    static List<byte[]> reopened(Path folder) throws IOException {
        List<byte[]> shown = new ArrayList<>();
        Journal.open(folder, OWNER, SMALL_SEGMENT, record -> shown.add(record.payload()))
                .close();
        return shown;
    }

    /** What a cursor finds, from the first record on. */
    static List<byte[]> read(Path folder) throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (JournalCursor cursor = Journal.read(folder)) {
            for (var record = cursor.following(); record.isPresent(); record = cursor.following()) {
                found.add(record.get().payload());
            }
        }
        return found;
    }

    static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** A journal of so many named records, a commit after every fifth. */
    static void write(Path folder, int count) throws IOException {
        try (Journal journal = open(folder)) {
            for (int i = 1; i <= count; i++) {
                journal.append(named(i));
                if (i % 5 == 0) {
                    journal.commit();
                }
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path old : segments(to)) {
            Files.delete(old);
        }
        for (Path file : segments(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
