package io.sekisho.bench.feed;

import io.sekisho.engine.event.Timestamps;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file of events, a line each, read through once.
 *
 * @param events how many it holds
 * @param oldestMillis time of the oldest
 * @param newestMillis time of the newest
 */
public record EventFile(Path path, long events, long oldestMillis, long newestMillis) {

    private static final int MOST_NAMED = 20;
    private static final int PACKED_BUFFER_BYTES = 1 << 16;

    /**
     * Reads a file through; a name that ends in .gz is unpacked.
     *
     * @throws FeedException if it cannot be read, or lines of it are no events
     */
    public static EventFile read(Path path) {
        Reading reading = new Reading(path);
        try (InputStream in = open(path)) {
            NdjsonLines lines = new NdjsonLines(path.toString(), in);
            while (lines.advance()) {
                reading.add(lines);
            }
        } catch (NoSuchFileException missing) {
            throw new FeedException("There is no file " + path + ".", missing);
        } catch (IOException unreadable) {
            throw new FeedException("The file " + path + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return reading.file();
    }

    static InputStream open(Path path) throws IOException {
        InputStream raw = Files.newInputStream(path);
        return path.toString().endsWith(".gz")
                ? new BufferedInputStream(new GZIPInputStream(raw, PACKED_BUFFER_BYTES), PACKED_BUFFER_BYTES)
                : raw;
    }

    private static final class Reading {

        private final Path path;
        private final EventScan scan = new EventScan();
        private final List<String> named = new ArrayList<>();
        private long problems;
        private long events;
        private long oldest = Long.MAX_VALUE;
        private long newest = Long.MIN_VALUE;

        Reading(Path path) {
            this.path = path;
        }

        void add(NdjsonLines lines) {
            scan.scan(lines.bytes(), lines.from(), lines.to());
            Optional<Timestamps.Timestamp> time = scan.isEvent() ? Timestamps.parse(scan.time()) : Optional.empty();
            time.ifPresentOrElse(
                    found -> {
                        events++;
                        oldest = Math.min(oldest, found.millis());
                        newest = Math.max(newest, found.millis());
                    },
                    () -> problem(lines.number()));
        }

        private void problem(long line) {
            if (problems++ < MOST_NAMED) {
                named.add(path + ":" + line + ": no event: id, type or an RFC 3339 time is missing.");
            }
        }

        EventFile file() {
            if (problems > 0) {
                String more = problems > MOST_NAMED ? "\nand " + (problems - MOST_NAMED) + " more lines." : "";
                throw new FeedException(String.join("\n", named) + more);
            }
            if (events == 0) {
                throw new FeedException("The file " + path + " holds no events.");
            }
            return new EventFile(path, events, oldest, newest);
        }
    }
}
