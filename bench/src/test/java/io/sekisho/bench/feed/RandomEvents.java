package io.sekisho.bench.feed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Events with everything in them that a scan of bytes could take for something else. */
final class RandomEvents {

    private static final List<String> TEXTS = List.of(
            "plain",
            "",
            "\\\"id\\\":\\\"no\\\"",
            "a \\\\",
            "one \\\" alone",
            "\\\"2023-09-13T02:14:05Z",
            "{\\\"time\\\":1}",
            "2023-09-13T02:14:05Z",
            "2023-02-30T02:14:05Z",
            "2023-09-13T02:14:05.123456+09:00",
            "2023-09-13T02:14:05",
            "関所 time",
            "\\u0022",
            "a,b}]",
            "time");

    private static final List<String> NAMES = List.of("a", "id", "time", "type", "data", "\\u0069d", "times");

    private final Random random;
    private int number;

    RandomEvents(Random random) {
        this.random = random;
    }

    String next() {
        number++;
        List<String> members = new ArrayList<>(List.of(
                "\"id\"" + colon() + "\"e" + number + "\"",
                "\"type\"" + colon() + "\"t." + random.nextInt(5) + "\"",
                "\"time\"" + colon() + "\"" + time() + "\"",
                "\"data\"" + colon() + value(0),
                "\"extra\"" + colon() + value(2)));
        Collections.shuffle(members, random);
        return blank() + "{" + String.join(blank() + "," + blank(), members) + blank() + "}" + blank();
    }

    private String time() {
        return String.format(
                Locale.ROOT,
                "2023-%02d-%02dT%02d:00:%02d%s",
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(24),
                random.nextInt(60),
                random.nextBoolean() ? "Z" : "+09:00");
    }

    private String value(int depth) {
        return switch (random.nextInt(depth < 4 ? 6 : 4)) {
            case 0 -> "-1.5e3";
            case 1 -> random.nextBoolean() ? "true" : "null";
            case 2, 3 -> "\"" + TEXTS.get(random.nextInt(TEXTS.size())) + "\"";
            case 4 -> "[" + value(depth + 1) + blank() + "," + value(depth + 1) + "]";
            default -> object(depth);
        };
    }

    private String object(int depth) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        // An escaped name may be the same as a plain one, and twice the same name is no event.
        names.remove(random.nextBoolean() ? "id" : "\\u0069d");
        List<String> members = names.subList(0, random.nextInt(4)).stream()
                .map(name -> "\"" + name + "\"" + colon() + value(depth + 1))
                .toList();
        return "{" + String.join(",", members) + "}";
    }

    private String colon() {
        return blank() + ":" + blank();
    }

    private String blank() {
        return random.nextInt(4) == 0 ? " " : "";
    }
}
