package io.sekisho.acceptance;

import io.sekisho.acceptance.testkit.Json;
import io.sekisho.acceptance.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The simulator's events of the article's attack, moved as a whole so that the newest is of now; what is older than 179 days
 * then is left out. In file order, which is that of their arrival.
 */
record SimulatedStream(List<String> events) {

    private static final Duration OLDEST = Duration.ofDays(179);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+09:00");

    SimulatedStream {
        events = List.copyOf(events);
    }

    static SimulatedStream of(long seed, int accounts, int days, Path folder) throws IOException {
        Path file = folder.resolve("simulated.ndjson");
        Program.succeed(
                "simulate",
                "--seed",
                Long.toString(seed),
                "--days",
                Integer.toString(days),
                "--accounts",
                Integer.toString(accounts),
                "--scenario",
                "S01",
                "--variant",
                "a",
                "--events",
                file.toString());
        List<String> lines = Files.readAllLines(file);
        Instant newest = lines.stream()
                .map(SimulatedStream::time)
                .max(Instant::compareTo)
                .orElseThrow();
        Instant now = Instant.now();
        Duration shift = Duration.between(newest, now);
        return new SimulatedStream(lines.stream()
                .map(line -> moved(line, shift))
                .filter(line -> time(line).isAfter(now.minus(OLDEST)))
                .toList());
    }

    /** The same as a file. */
    Path write(Path file) throws IOException {
        return Files.write(file, events);
    }

    /** Parts of so many events, the last one shorter. */
    List<List<String>> parts(int size) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < events.size(); from += size) {
            parts.add(events.subList(from, Math.min(events.size(), from + size)));
        }
        return parts;
    }

    private static Instant time(String event) {
        return OffsetDateTime.parse(Json.read(event).get("time").asString()).toInstant();
    }

    private static String moved(String event, Duration shift) {
        return TIME.matcher(event)
                .replaceAll((MatchResult found) -> OffsetDateTime.parse(found.group())
                        .plus(shift)
                        .withOffsetSameInstant(ZoneOffset.ofHours(9))
                        .toString());
    }
}
