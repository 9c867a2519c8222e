package io.sekisho.cli.story;

import io.sekisho.cli.console.Lines;
import io.sekisho.wire.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a simulation's labels tell: whom attackers entered, and which events they caused.
 *
 * @param accounts attacked accounts fit for telling, by the time of the attack: of the plain scenario, else of any variant
 * @param attackEvents ids of the events that attackers caused
 */
record Truth(List<String> accounts, Set<String> attackEvents) {

    /** However large the shop, no more cases are kept in memory to choose from. */
    private static final int MOST_ACCOUNTS = 50;

    private static final int MOST_LINE_BYTES = 1 << 16;

    Truth {
        accounts = List.copyOf(accounts);
        attackEvents = Set.copyOf(attackEvents);
    }

    static Truth read(Path labels) throws IOException {
        Set<String> events = new HashSet<>();
        List<String> plain = new ArrayList<>();
        List<String> varied = new ArrayList<>();
        try (InputStream in = Files.newInputStream(labels)) {
            Lines lines = new Lines(in, MOST_LINE_BYTES);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                Map<?, ?> label = label(line);
                if (isTakeover(label, "event")) {
                    events.add(about(label));
                } else if (isTakeover(label, "account")) {
                    (label.containsKey("variant") ? varied : plain).add(about(label));
                }
            }
        }
        List<String> accounts = plain.isEmpty() ? varied : plain;
        return new Truth(accounts.stream().limit(MOST_ACCOUNTS).toList(), events);
    }

    private static Map<?, ?> label(byte[] line) {
        return JsonTree.read(line, 0, line.length, new ArrayList<>())
                .map(Map.class::cast)
                .orElseThrow(() -> new IllegalStateException("The simulator wrote a label that is no JSON"));
    }

    private static boolean isTakeover(Map<?, ?> label, String kind) {
        return "takeover".equals(label.get("label")) && kind.equals(label.get("about_kind"));
    }

    private static String about(Map<?, ?> label) {
        return String.valueOf(label.get("about"));
    }
}
