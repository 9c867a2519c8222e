package io.sekisho.cli.score;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The labels by what they are about. */
final class LabelBook {

    private final Map<Label.Kind, Map<String, Entry>> byKind = new EnumMap<>(Label.Kind.class);
    private long lines;
    private boolean hasSimulated;

    private static final class Entry {
        private final Label label;
        private boolean isMatched;

        Entry(Label label) {
            this.label = label;
        }
    }

    LabelBook() {
        for (Label.Kind kind : Label.Kind.values()) {
            byKind.put(kind, new HashMap<>());
        }
    }

    /** Takes a line; of several labels about one thing the last holds. */
    void add(JsonLine line) {
        lines++;
        Optional<Label.Kind> kind = choice(line, "about_kind", Label.Kind.values());
        Optional<Label.Verdict> verdict = choice(line, "label", Label.Verdict.values());
        String about = line.requiredText("about");
        Label label = new Label(
                kind.orElse(Label.Kind.EVENT),
                about,
                verdict.orElse(Label.Verdict.HONEST),
                line.text("scenario"),
                line.text("variant"),
                line.text("trap"),
                value(line),
                line.has("attacker_holds") ? line.texts("attacker_holds") : Label.USUALLY_HELD);
        if (line.isSound()) {
            hasSimulated |= !label.scenario().isEmpty() || !label.trap().isEmpty();
            entries(label.kind()).put(about, new Entry(label));
        }
    }

    /** The value at stake; null where there is none, also where the label says that it is 0. */
    private static @Nullable Amount value(JsonLine line) {
        JsonLine value = line.object("value");
        if (value == null) {
            return null;
        }
        Amount amount = new Amount(
                value.whole("value", 0), value.requiredText("currency").intern());
        return amount.value() == 0 ? null : amount;
    }

    private static <E extends Enum<E>> Optional<E> choice(JsonLine line, String member, E[] known) {
        String word = line.requiredText(member);
        Optional<E> found = Arrays.stream(known)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        if (found.isEmpty() && !word.isEmpty()) {
            List<String> words = Arrays.stream(known)
                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                    .toList();
            line.report(member, "unknown_value", "This must be one of " + String.join(", ", words) + ".");
        }
        return found;
    }

    /** The label about that; it then counts as matched. */
    @Nullable
    Label of(Label.Kind kind, String about) {
        Entry entry = about.isEmpty() ? null : entries(kind).get(about);
        if (entry == null) {
            return null;
        }
        entry.isMatched = true;
        return entry.label;
    }

    long lines() {
        return lines;
    }

    /** Whether the labels come from a simulation: there whatever has no label is honest, elsewhere it is unknown. */
    boolean isSimulated() {
        return hasSimulated || lines == 0;
    }

    /** What the labels that were never matched are about, such as {@code order o1}; sorted. */
    SortedSet<String> unmatched() {
        SortedSet<String> unmatched = new TreeSet<>();
        byKind.forEach((kind, entries) -> entries.values().stream()
                .filter(entry -> !entry.isMatched)
                .forEach(entry -> unmatched.add(kind.name().toLowerCase(Locale.ROOT) + " " + entry.label.about())));
        return unmatched;
    }

    private Map<String, Entry> entries(Label.Kind kind) {
        Map<String, Entry> entries = byKind.get(kind);
        if (entries == null) {
            throw new IllegalStateException("No map for " + kind);
        }
        return entries;
    }
}
