package io.sekisho.server.audit;

import io.sekisho.server.platform.PrivateFile;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/**
 * A small file that says how far something has come in the chain.
 *
 * @param hash of the entry of that number, in hex
 */
record Head(long number, String hash) {

    /** Of the file itself: what has been answered for. A file that ends earlier has lost its tail. */
    static final String WRITTEN = "head.json";

    /** Of the table: a table that ends earlier has lost its tail. */
    static final String COPIED = "copied.json";

    static Head of(Link link) {
        return new Head(link.entry().number(), link.hashHex());
    }

    void write(Path folder, String name) throws IOException {
        byte[] bytes = new CanonicalJson()
                .write(Map.of("number", number, "hash", hash))
                .getBytes(StandardCharsets.UTF_8);
        PrivateFile.write(folder.resolve(name), bytes);
    }

    /** Empty where there is none. A damaged one claims more than any file can hold, so that it is noticed. */
    static Optional<Head> read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        return JsonTree.read(bytes, 0, bytes.length, new ArrayList<>()).orElse(null) instanceof Map<?, ?> members
                        && members.get("number") instanceof Long number
                        && members.get("hash") instanceof String hash
                ? Optional.of(new Head(number, hash))
                : Optional.of(new Head(Long.MAX_VALUE, ""));
    }
}
