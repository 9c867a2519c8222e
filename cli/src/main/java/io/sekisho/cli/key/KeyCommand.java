package io.sekisho.cli.key;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.UnusableException;
import io.sekisho.cli.console.WallClock;
import io.sekisho.server.access.ApiKey;
import io.sekisho.server.access.IssuedKey;
import io.sekisho.server.access.KeyFolder;
import io.sekisho.server.access.KeyWish;
import io.sekisho.server.access.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code key create}, {@code key list} and {@code key revoke}: while a server runs on the folder, and while none does. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Creates, lists and revokes API keys.",
        synopsisSubcommandLabel = "COMMAND")
public final class KeyCommand {

    private static final String FOLDER = "keys";
    private static final int LONGEST_NAME = 60;

    private static final String KNOWN_SCOPES =
            Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(", "));

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes a key and prints its secret, which is shown this once and kept nowhere.")
    int create(
            @Option(names = "--data", required = true, paramLabel = "DIR", description = "The server's data folder.")
                    Path folder,
            @Option(
                            names = "--scope",
                            required = true,
                            split = ",",
                            paramLabel = "SCOPE",
                            description = "What it opens: decide, read, write, metrics; several with commas.")
                    List<String> scopes,
            @Option(names = "--name", defaultValue = "", paramLabel = "N", description = "For people, in the list.")
                    String name,
            @Option(
                            names = "--expires",
                            paramLabel = "D",
                            description = "A span (90d), a day (2027-01-31) or a moment with its offset; else never.")
                    @Nullable
                    String expires,
            @Option(
                            names = "--quota",
                            defaultValue = "" + ApiKey.USUAL_QUOTA,
                            paramLabel = "N",
                            description = "Events that it may send in a minute (default: ${DEFAULT-VALUE}).")
                    long quota)
            throws IOException {
        Instant now = WallClock.now();
        Set<Scope> wanted = scopes(scopes);
        Instant expiry = expires == null ? null : Expiry.of(expires, now);
        KeyWish wish = new KeyWish(named(name), wanted, expiry, positive(quota));
        IssuedKey issued = new KeyFolder(folder.resolve(FOLDER)).issue(wish, new SecureRandom(), now);
        System.err.println(
                "The secret of key " + issued.key().id() + ", shown this once; a running server knows it at once:");
        System.out.println(issued.secret());
        return Exit.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Shows all keys, without their secrets.")
    int list(
            @Option(names = "--data", required = true, paramLabel = "DIR", description = "The server's data folder.")
                    Path folder)
            throws IOException {
        KeyFolder keys = existing(folder);
        KeyTable.print(keys.list(), WallClock.now(), System.out);
        List<Path> damaged = keys.damaged();
        damaged.forEach(file -> System.err.println(file + ": damaged: this is no key's file; restore it or delete it"));
        return damaged.isEmpty() ? Exit.OK : Exit.FAILED;
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Revokes a key for ever; a running server refuses it about a second later.")
    int revoke(
            @Option(names = "--data", required = true, paramLabel = "DIR", description = "The server's data folder.")
                    Path folder,
            @Parameters(paramLabel = "ID", description = "As 'key list' shows it.") String id)
            throws IOException {
        Optional<ApiKey> revoked = existing(folder).revoke(id, WallClock.now());
        if (revoked.isEmpty()) {
            throw new UnusableException("There is no such key; 'key list' shows all.");
        }
        System.out.println("Key " + id + " is revoked since " + revoked.get().revoked() + ".");
        return Exit.OK;
    }

    private static Set<Scope> scopes(List<String> words) {
        Set<Scope> scopes = new LinkedHashSet<>();
        for (String word : words) {
            scopes.add(Scope.of(word.strip())
                    .orElseThrow(() -> new UnusableException(
                            "There is no scope '" + word + "'; known are " + KNOWN_SCOPES + ".")));
        }
        return scopes;
    }

    private static String named(String name) {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableException(
                    "--name takes up to " + LONGEST_NAME + " characters in one line; it is for people only.");
        }
        return name;
    }

    private static long positive(long quota) {
        if (quota < 1 || quota > Integer.MAX_VALUE) {
            throw new UnusableException("--quota takes a number from 1 to " + Integer.MAX_VALUE + ".");
        }
        return quota;
    }

    private static KeyFolder existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableException("There is no folder " + folder + "; 'key create' or 'serve' makes it.");
        }
        return new KeyFolder(folder.resolve(FOLDER));
    }
}
