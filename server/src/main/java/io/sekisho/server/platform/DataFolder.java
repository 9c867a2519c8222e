package io.sekisho.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder in which a server keeps everything; held by a lock, so that two servers never share one. */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "server.lock";
    private static final Set<PosixFilePermission> FOR_US_ALONE = PosixFilePermissions.fromString("rwx------");

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the folder where there is none, and takes it.
     *
     * @throws UnavailableException if another server has it
     * @throws UncheckedIOException if it cannot be used
     */
    public static DataFolder open(Path root) {
        try {
            createAlone(root);
            Path real = root.toRealPath();
            return new DataFolder(real, lock(real));
        } catch (IOException unusable) {
            throw new UncheckedIOException("The data folder " + root + " cannot be used: " + unusable, unusable);
        }
    }

    public Path root() {
        return root;
    }

    /** Of the decisions. */
    public Path journal() {
        return folder("journal");
    }

    public Path audit() {
        return folder("audit");
    }

    /** Of the API keys, hashed. */
    public Path keys() {
        return folder("keys");
    }

    /** What nobody else may read. */
    public Path secrets() {
        return folder("secrets");
    }

    /** Of the live policy and the lists. */
    public Path policy() {
        return folder("policy");
    }

    /** Of the server's own PostgreSQL. */
    public Path database() {
        return folder("database");
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException unreleased) {
            throw new UncheckedIOException(unreleased);
        }
    }

    private Path folder(String name) {
        Path folder = root.resolve(name);
        try {
            createAlone(folder);
            // Also where it stood there before, wider.
            Files.setPosixFilePermissions(folder, FOR_US_ALONE);
            return folder;
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used: " + unusable, unusable);
        }
    }

    private static void createAlone(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOR_US_ALONE));
        }
    }

    /** The number of the process is written for people; what counts is the lock, which ends with the process. */
    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            String holder = new String(Files.readAllBytes(root.resolve(LOCK)), StandardCharsets.US_ASCII).strip();
            channel.close();
            throw new UnavailableException(
                    "data_folder",
                    "The data folder " + root + " is in use by another server (process " + holder
                            + "): stop that one, or name another folder with --data.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
