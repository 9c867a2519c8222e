package io.sekisho.server.access;

import io.sekisho.server.platform.PrivateFile;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** A small file that holds a JSON object of texts. */
final class TextMapFile {

    private TextMapFile() {}

    /** Empty where there is no such file, and where it is damaged: nothing that it holds is needed to go on. */
    static Map<String, String> read(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (JsonTree.read(bytes, 0, bytes.length, new ArrayList<>()).orElse(null) instanceof Map<?, ?> members) {
                members.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
            }
        } catch (NoSuchFileException notYet) {
            return texts;
        }
        return texts;
    }

    static void write(Path file, Map<String, String> texts) throws IOException {
        byte[] bytes = new CanonicalJson().write(new TreeMap<>(texts)).getBytes(StandardCharsets.UTF_8);
        PrivateFile.write(file, bytes);
    }
}
