package io.sekisho.bench.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The lines of a file, from the first again after the last. */
final class Passes implements Closeable {

    private final Path path;
    private InputStream in;
    private NdjsonLines lines;
    private long count = 1;

    Passes(Path path) throws IOException {
        this.path = path;
        this.in = EventFile.open(path);
        this.lines = new NdjsonLines(path.toString(), in);
    }

    /** How often the file was begun. */
    long count() {
        return count;
    }

    /** Goes to the next line. */
    NdjsonLines advance() throws IOException {
        if (lines.advance()) {
            return lines;
        }
        in.close();
        in = EventFile.open(path);
        lines = new NdjsonLines(path.toString(), in);
        count++;
        if (!lines.advance()) {
            throw new FeedException("The file " + path + " has become empty; leave it as it is until the end.");
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
