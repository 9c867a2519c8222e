package io.sekisho.cli.policy;

import io.sekisho.cli.console.ProblemPrinter;
import io.sekisho.cli.console.UnusableException;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.wire.policy.PolicyDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
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
        try (Stream<Path> files = Files.walk(directory)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sha256.update(directory.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                sha256.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException unreadable) {
            throw new UnusableException(
                    "The policy in " + directory + " cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    public static Path starter() {
        return Path.of(System.getProperty("sekisho.root", "."), "policies", "starter");
    }
}
