package io.sekisho.server.access;

import io.sekisho.server.platform.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder in which API keys stand, a file each: {@code key create} and {@code key revoke} write it while the server
 * reads it, and neither needs a database for that.
 */
public final class KeyFolder {

    /** More keys than this are refused: each is read again whenever one of them changes. */
    public static final int MOST_KEYS = 10_000;

    private static final String ENDING = ".json";
    private static final String LAST_USE = "last-use.json";
    private static final String NOTICED = "noticed.json";

    private final Path folder;

    /** The folder need not be there yet. */
    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** What the folder holds: the keys by id, and the files that cannot be read as one. */
    record Contents(Map<String, KeyJson.Content> keys, List<Path> damaged) {}

    /** A key, and what this folder knows of it beside. */
    public record Listed(ApiKey key, Optional<Instant> lastUsed) {}

    /**
     * Makes a key.
     *
     * @throws IllegalStateException if there are {@link #MOST_KEYS} already
     */
    public IssuedKey issue(KeyWish wish, SecureRandom random, Instant now) throws IOException {
        PrivateFile.createFolder(folder);
        if (files().size() >= MOST_KEYS) {
            throw new IllegalStateException(
                    "There are " + MOST_KEYS + " keys in " + folder + "; delete the files of revoked ones first.");
        }
        KeyText text = KeyText.draw(random);
        ApiKey key =
                new ApiKey(text.id(), wish.name(), wish.scopes(), now, wish.expires(), null, wish.quotaPerMinute());
        PrivateFile.write(file(text.id()), KeyJson.write(key, HexFormat.of().formatHex(text.hash())));
        return new IssuedKey(key, text.text());
    }

    /** Revokes a key, for ever; one that was revoked before stays as it was. Empty where there is no such key. */
    public Optional<ApiKey> revoke(String id, Instant now) throws IOException {
        Optional<KeyJson.Content> found = KeyText.isId(id) ? read(file(id)) : Optional.empty();
        if (found.isEmpty() || found.get().key().isRevoked()) {
            return found.map(KeyJson.Content::key);
        }
        ApiKey revoked = found.get().key().revokedAt(now);
        PrivateFile.write(file(id), KeyJson.write(revoked, found.get().hashHex()));
        return Optional.of(revoked);
    }

    /** All keys, the oldest first. */
    public List<Listed> list() throws IOException {
        Map<String, Instant> lastUses = lastUses();
        List<Listed> all = new ArrayList<>();
        for (KeyJson.Content content : read().keys().values()) {
            all.add(new Listed(
                    content.key(),
                    Optional.ofNullable(lastUses.get(content.key().id()))));
        }
        all.sort((a, b) -> a.key().created().compareTo(b.key().created()));
        return all;
    }

    /** Files that should hold a key and do not. */
    public List<Path> damaged() throws IOException {
        return read().damaged();
    }

    Contents read() throws IOException {
        Map<String, KeyJson.Content> keys = new TreeMap<>();
        List<Path> damaged = new ArrayList<>();
        for (Path file : files()) {
            Optional<KeyJson.Content> content = read(file);
            content.ifPresent(found -> keys.put(found.key().id(), found));
            if (content.isEmpty() && Files.exists(file)) {
                damaged.add(file);
            }
        }
        return new Contents(keys, damaged);
    }

    /*
     * A file is replaced as a whole, so that it is another file afterwards, which shows even where two changes fall into one
     * tick of the file system's clock.
     */
    /** Differs from what it was if any file of a key has been added, replaced or deleted. */
    String fingerprint() throws IOException {
        StringBuilder fingerprint = new StringBuilder();
        for (Path file : files()) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                fingerprint
                        .append(file.getFileName())
                        .append(attributes.fileKey())
                        .append(attributes.lastModifiedTime().toInstant())
                        .append(attributes.size());
            } catch (NoSuchFileException goneMeanwhile) {
                fingerprint.append(file.getFileName());
            }
        }
        return fingerprint.toString();
    }

    /** When each key was used last, as far as it is written down. */
    Map<String, Instant> lastUses() throws IOException {
        Map<String, Instant> lastUses = new TreeMap<>();
        TextMapFile.read(folder.resolve(LAST_USE)).forEach((id, at) -> lastUses.put(id, Instant.parse(at)));
        return lastUses;
    }

    void writeLastUses(Map<String, Instant> lastUses) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        lastUses.forEach((id, at) -> texts.put(id, at.toString()));
        write(LAST_USE, texts);
    }

    /** The keys of which the audit log knows, each with the last that it knows. */
    Map<String, String> noticed() throws IOException {
        return TextMapFile.read(folder.resolve(NOTICED));
    }

    void writeNoticed(Map<String, String> noticed) throws IOException {
        write(NOTICED, noticed);
    }

    private void write(String name, Map<String, String> members) throws IOException {
        PrivateFile.createFolder(folder);
        TextMapFile.write(folder.resolve(name), members);
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }

    /** In the order of their names. */
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(KeyFolder::isOfKey).sorted().toList();
        } catch (UncheckedIOException failed) {
            throw new IOException("The keys in " + folder + " cannot be listed", failed);
        }
    }

    private static boolean isOfKey(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && KeyText.isId(name.substring(0, name.length() - ENDING.length()));
    }

    private static Optional<KeyJson.Content> read(Path file) throws IOException {
        try {
            Optional<KeyJson.Content> content = KeyJson.read(Files.readAllBytes(file));
            return content.filter(
                    found -> file.getFileName().toString().equals(found.key().id() + ENDING));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        }
    }
}
