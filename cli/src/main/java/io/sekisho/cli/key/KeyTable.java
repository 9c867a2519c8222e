package io.sekisho.cli.key;

import io.sekisho.server.access.ApiKey;
import io.sekisho.server.access.KeyFolder;
import io.sekisho.server.access.Scope;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All keys of a folder as a table for people. */
final class KeyTable {

    private static final List<String> HEAD =
            List.of("ID", "NAME", "SCOPES", "QUOTA/MIN", "CREATED", "EXPIRES", "LAST USE", "STATE");

    private KeyTable() {}

    static void print(List<KeyFolder.Listed> keys, Instant now, PrintStream out) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        keys.forEach(listed -> rows.add(row(listed, now)));
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> widen(widths, row));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static List<String> row(KeyFolder.Listed listed, Instant now) {
        ApiKey key = listed.key();
        return List.of(
                key.id(),
                key.name().isEmpty() ? "-" : key.name(),
                key.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(",")),
                Long.toString(key.quotaPerMinute()),
                key.created().toString(),
                shown(key.expires()),
                shown(listed.lastUsed().orElse(null)),
                state(key, now));
    }

    private static String state(ApiKey key, Instant now) {
        if (key.isRevoked()) {
            return "revoked";
        }
        return key.isExpired(now.toEpochMilli()) ? "expired" : "good";
    }

    private static String shown(@Nullable Instant time) {
        return time == null ? "never" : time.toString();
    }

    private static void widen(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(String.format(Locale.ROOT, "%-" + (widths[i] + 2) + "s", row.get(i)));
        }
        return line.toString().stripTrailing();
    }
}
