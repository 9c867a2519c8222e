package io.sekisho.cli.imports;

import io.sekisho.cli.console.UnusableException;
import io.sekisho.wire.mapping.CardTokens;
import io.sekisho.wire.mapping.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key that turns card numbers into tokens.
 *
 * <p>In this order: a file that the user names; the mapping's own {@code card_key}, which everybody can read, with a
 * warning; a random key that is made once in the data folder, so that imports into one folder know a card again.
 */
final class CardKeys {

    private static final int NEW_KEY_BYTES = 32;
    private static final String KEY_FILE = "card.key";

    private CardKeys() {}

    /** The tokens of that key. */
    static CardTokens tokens(Mapping mapping, @Nullable Path keyFile, Path dataFolder) throws IOException {
        if (!mapping.readsCardNumbers()) {
            return new CardTokens(new byte[CardTokens.SHORTEST_KEY]);
        }
        if (keyFile != null) {
            return tokens(keyFile.toString(), read(keyFile));
        }
        Optional<String> declared = mapping.cardKey();
        if (declared.isPresent()) {
            System.err.println(
                    "warning: card numbers become tokens by the mapping's card_key, which everybody can read who"
                            + " has the mapping; for real card numbers use --key-file");
            return tokens("card_key", declared.get().getBytes(StandardCharsets.UTF_8));
        }
        return tokens(dataFolder.toString(), ofFolder(dataFolder));
    }

    private static CardTokens tokens(String origin, byte[] key) {
        if (key.length < CardTokens.SHORTEST_KEY) {
            throw new UnusableException(
                    "The key of " + origin + " is too short: it needs at least " + CardTokens.SHORTEST_KEY + " bytes.");
        }
        return new CardTokens(key);
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = io.sekisho.cli.console.Files.input(file.toString())) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .strip()
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] ofFolder(Path folder) throws IOException {
        Path file = folder.resolve(KEY_FILE);
        if (Files.exists(file)) {
            return read(file);
        }
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            // A key must not slip into a repository with the folder.
            Files.writeString(folder.resolve(".gitignore"), "*\n");
        }
        byte[] random = new byte[NEW_KEY_BYTES];
        new SecureRandom().nextBytes(random);
        write(file, HexFormat.of().formatHex(random));
        System.err.println(
                "made a key for card tokens: " + file + " (keep it: without it the same card gets another token)");
        return read(file);
    }

    private static void write(Path file, String key) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException e) {
            // No such permissions on this file system: its own rules hold.
            Files.createFile(file);
        } catch (NoSuchFileException e) {
            throw new IOException("no such folder: " + file.getParent(), e);
        }
        Files.writeString(file, key + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    }
}
