package io.sekisho.acceptance.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Processes that a server left behind. */
public final class LeftOver {

    private LeftOver() {}

    /** The postmaster of a data folder's own PostgreSQL, if it runs. */
    public static Optional<ProcessHandle> postgres(Path data) {
        byte[] pid = Folders.bytes(data.resolve("database/cluster/postmaster.pid"));
        String first =
                new String(pid, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        return first.matches("\\d+")
                ? ProcessHandle.of(Long.parseLong(first))
                        .filter(ProcessHandle::isAlive)
                        .filter(LeftOver::isPostgres)
                : Optional.empty();
    }

    /** Ends that PostgreSQL, and waits until it is gone. */
    public static void end(Path data) {
        postgres(data).ifPresent(ProcessHandle::destroyForcibly);
        Eventually.isTrue(
                "its PostgreSQL is gone",
                Duration.ofSeconds(10),
                () -> postgres(data).isEmpty());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }
}
