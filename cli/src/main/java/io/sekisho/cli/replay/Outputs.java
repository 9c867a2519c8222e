package io.sekisho.cli.replay;

import io.sekisho.cli.console.Files;
import io.sekisho.cli.console.UnusableException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that a replay writes line by line. */
final class Outputs implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final List<Resumable> resumables = new ArrayList<>();
    private final @Nullable OutputStream decisions;
    private final @Nullable OutputStream features;

    /** Where the outputs go; absent for those that nobody wants. */
    record Names(
            @Nullable String decisions,
            @Nullable String features,
            @Nullable String report) {}

    /**
     * Opens the outputs of a run.
     *
     * @param lengths how much of each a resumed run keeps; empty for a run that is not to be resumed
     */
    Outputs(Names names, List<Long> lengths, boolean isResumable) {
        decisions = names.decisions() == null ? null : open(names.decisions(), lengths, isResumable);
        features = names.features() == null ? null : open(names.features(), lengths, isResumable);
    }

    private record Resumable(FileOutputStream file, BufferedOutputStream buffered) {}

    @Nullable
    OutputStream decisions() {
        return decisions;
    }

    @Nullable
    OutputStream features() {
        return features;
    }

    /** Makes what was written durable, and answers with the length of each output. */
    List<Long> sync() throws IOException {
        List<Long> lengths = new ArrayList<>();
        for (Resumable output : resumables) {
            output.buffered().flush();
            output.file().getFD().sync();
            lengths.add(output.file().getChannel().size());
        }
        return lengths;
    }

    @Override
    public void close() throws IOException {
        if (decisions != null) {
            decisions.close();
        }
        if (features != null) {
            features.close();
        }
    }

    private OutputStream open(String name, List<Long> lengths, boolean isResumable) {
        if (!isResumable) {
            return Files.output(name);
        }
        if (Files.isStandard(name) || name.endsWith(".gz")) {
            throw new UnusableException(
                    "With --state an output must be a plain file, so that a resumed run can go on writing it: " + name);
        }
        int number = resumables.size();
        return resume(name, number < lengths.size() ? lengths.get(number) : 0);
    }

    private OutputStream resume(String name, long length) {
        try {
            try (RandomAccessFile file = new RandomAccessFile(name, "rw")) {
                if (file.length() < length) {
                    throw new UnusableException("The output " + name + " is shorter than when the run was stopped: "
                            + "bring it back, or begin anew with an empty --state folder.");
                }
                file.setLength(length);
            }
            FileOutputStream file = new FileOutputStream(name, true);
            BufferedOutputStream buffered = new BufferedOutputStream(file, BUFFER_BYTES);
            resumables.add(new Resumable(file, buffered));
            return buffered;
        } catch (IOException unwritable) {
            throw new UnusableException(
                    "The file " + name + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }
}
