package io.sekisho.cli.policy;

import io.sekisho.cli.console.ProblemPrinter;
import io.sekisho.cli.console.UnusableException;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.wire.policy.PolicyDirectory;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The policy that a command uses. */
public final class Policies {

    private Policies() {}

    /** The policy of that directory, or the starter policy; its problems are printed. */
    public static Policy use(@Nullable Path chosen) {
        Path path = chosen == null ? starter() : chosen;
        if (!Files.isDirectory(path)) {
            throw new UnusableException("There is no policy folder " + path + ".");
        }
        PolicyDirectory directory = PolicyDirectory.read(path);
        if (directory.policy().isEmpty()) {
            new ProblemPrinter(directory.path()).print(directory.problems(), System.err);
            throw new UnusableException("The policy in " + directory.path() + " cannot be used; see above.");
        }
        return directory.policy().get();
    }

    /** What a directory declares, or the problems that keep it from being read. */
    static PolicyDefinition definition(Path path) {
        return use(path).definition();
    }

    /** A text that changes with any file of the policy directory. */
    public static String fingerprint(@Nullable Path chosen) {
        Path directory = chosen == null ? starter() : chosen;
        try {
            return PolicyDirectory.fingerprint(directory);
        } catch (UncheckedIOException unreadable) {
            throw new UnusableException(
                    "The policy in " + directory + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    public static Path starter() {
        return Path.of(System.getProperty("sekisho.root", "."), "policies", "starter");
    }
}
