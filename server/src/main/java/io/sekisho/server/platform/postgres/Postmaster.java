package io.sekisho.server.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A running PostgreSQL as its {@code postmaster.pid} tells of it. */
record Postmaster(ProcessHandle process) {

    private static final String FILE = "postmaster.pid";

    /** The one that works on that cluster; a file that a crash left behind, whose number another process has now, is none. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path file = cluster.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .map(Postmaster::new)
                        .filter(postmaster -> postmaster.worksOn(cluster));
    }

    /**
     * Takes away the file that a crash left behind: PostgreSQL itself would take any process of that number for another
     * server. Only for who holds the data folder and has found no postmaster.
     */
    static void forget(Path cluster) throws IOException {
        Files.deleteIfExists(cluster.resolve(FILE));
    }

    /** A postmaster's working folder is its cluster; one that has ended has none. */
    boolean worksOn(Path cluster) {
        Path of = Path.of("/proc", Long.toString(process.pid()));
        try {
            return of.resolve("cwd").toRealPath().equals(cluster.toRealPath())
                    && Files.readSymbolicLink(of.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres");
        } catch (IOException endedOrNotOurs) {
            return false;
        }
    }
}
