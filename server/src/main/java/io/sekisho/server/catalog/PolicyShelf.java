package io.sekisho.server.catalog;

import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.policy.PolicyCompiler;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.wire.policy.PolicyDirectory;
import io.sekisho.wire.pseudonym.PersonalLiterals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Every policy that was ever live, as files in the data folder: a decision is explained and taken again by the policy that
 * took it, also with the database away. Nothing is taken off the shelf. May be shared by threads.
 */
public final class PolicyShelf {

    private final Path folder;
    private final ShopKeys keys;
    private final Map<Long, Policy> compiled = new ConcurrentHashMap<>();

    public PolicyShelf(Path folder, ShopKeys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /**
     * Puts a copy of the directory on the shelf.
     *
     * @throws IllegalArgumentException if it is no policy that can be used
     */
    public ShelvedPolicy put(Path directory) {
        ShelvedPolicy policy = new ShelvedPolicy(
                PolicyDirectory.fingerprint(directory),
                compile(directory).definition().version());
        Path place = place(policy.id());
        if (!Files.isDirectory(place)) {
            copy(directory, place);
        }
        return policy;
    }

    /** The policy of that id, for reading; its lists are those of its files. */
    public Policy policy(long id) {
        return compiled.computeIfAbsent(id, this::newPolicy);
    }

    /** The policy of that id, compiled anew for an engine of its own. */
    public Policy newPolicy(long id) {
        return compile(place(id));
    }

    /** What events hold of a value that a policy or a list names: its pseudonym where it is personal. */
    public String eventForm(String value) {
        String pseudonym = new PersonalLiterals(keys.newHash()).pseudonymOf(value);
        return pseudonym == null ? value : pseudonym;
    }

    private Path place(long id) {
        return folder.resolve(HexFormat.of().toHexDigits(id));
    }

    /** For events that hold pseudonyms: literals and lists are turned into such, too. */
    private Policy compile(Path directory) {
        PolicyDirectory read = PolicyDirectory.read(directory);
        if (read.policy().isEmpty()) {
            throw new IllegalArgumentException(
                    "The policy in " + directory + " cannot be used: see what ./sekisho policy check says of it.");
        }
        PolicyDefinition plain = read.policy().get().definition();
        PolicyDefinition definition = new PersonalLiterals(keys.newHash()).replaceIn(plain);
        return PolicyCompiler.compile(definition, problem -> {})
                .orElseThrow(() -> new IllegalStateException(
                        "The policy in " + directory + " compiles, but not with pseudonyms in it"));
    }

    private static void copy(Path from, Path to) {
        Path aside = to.resolveSibling(to.getFileName() + ".new");
        try {
            delete(aside);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    copyDurably(file, aside.resolve(from.relativize(file).toString()));
                }
            }
            Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("The policy in " + from + " cannot be copied to " + to, failed);
        }
    }

    private static void copyDurably(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            return;
        }
        Files.copy(from, to);
        try (FileChannel copy = FileChannel.open(to, StandardOpenOption.WRITE)) {
            copy.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
