package io.sekisho.acceptance;

import io.sekisho.acceptance.testkit.Json;
import io.sekisho.acceptance.testkit.Program;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of requests in a row with the answers that they must get. Times stand in it relative to the run; what differs from
 * run to run is masked in the answers.
 */
final class Golden {

    private static final String FOLDER = "acceptance/src/test/resources/golden";
    /** {@code {now-60}}, or {@code {tokyo-60}} for the same moment with the offset of Tokyo. */
    private static final Pattern TIME = Pattern.compile("\\{(now|tokyo)([+-]\\d+)}");

    private static final Pattern WRITTEN_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|\\+09:00)");
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final Set<String> VOLATILE = Set.of("decided_at", "latency_micros", "sequence", "expires_at");

    /** A time that is farther away is none of the run's, but an example in a sentence. */
    private static final long RUN_SECONDS = Duration.ofDays(366).toSeconds();

    private static final String MASK = "*";

    private final Path file;
    private final Instant now;
    private final ArrayNode steps;

    private Golden(Path file, Instant now, ArrayNode steps) {
        this.file = file;
        this.now = now;
        this.steps = steps;
    }

    /** One request of the file. */
    final class Step {
        private final ObjectNode step;

        private Step(ObjectNode step) {
            this.step = step;
        }

        String name() {
            return step.get("name").asString();
        }

        Request request() {
            JsonNode request = step.get("request");
            return Request.post(request.get("path").asString(), inTime(body(request)))
                    .as(request.path("type").asString("application/json"));
        }

        /** Whether the same bytes sent again get another answer: so it is only where events are counted. */
        boolean differsAgain() {
            return step.has("again");
        }

        JsonNode expected(boolean isAgain) {
            return Json.read(inTime(
                    step.path(isAgain && differsAgain() ? "again" : "expect").toString()));
        }

        void record(Response first, Response again) {
            step.set("expect", Json.read(outOfTime(masked(first).toString())));
            step.remove("again");
            if (!masked(first).equals(masked(again))) {
                step.set("again", Json.read(outOfTime(masked(again).toString())));
            }
        }

        private static String body(JsonNode request) {
            if (request.has("text")) {
                return request.get("text").asString();
            }
            if (!request.has("lines")) {
                return request.get("body").toString();
            }
            return StreamSupport.stream(request.get("lines").spliterator(), false)
                    .map(line -> line.isString() ? line.asString() : line.toString())
                    .collect(Collectors.joining("\n"));
        }
    }

    static Golden read(String name, Instant now) throws IOException {
        Path file = Program.root().resolve(FOLDER).resolve(name + ".json");
        return new Golden(file, now, (ArrayNode) Json.read(Files.readString(file)));
    }

    static List<String> names() throws IOException {
        try (var files = Files.list(Program.root().resolve(FOLDER))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    List<Step> steps() {
        List<Step> all = new ArrayList<>();
        steps.forEach(step -> all.add(new Step((ObjectNode) step)));
        return all;
    }

    /** What was recorded becomes what is expected: for those who changed an answer and have read the difference. */
    void write() throws IOException {
        Files.writeString(file, Json.pretty(steps) + "\n", StandardCharsets.UTF_8);
    }

    /** An answer's status and body without what differs from run to run. */
    static JsonNode masked(Response response) {
        ObjectNode answer = (ObjectNode) Json.read("{\"status\":" + response.status() + "}");
        answer.set("body", mask(response.json()));
        return answer;
    }

    private static JsonNode mask(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (VOLATILE.contains(name)) {
                    object.put(name, MASK);
                } else {
                    object.set(name, mask(value));
                }
            }
        } else if (tree instanceof ArrayNode array) {
            array.forEach(Golden::mask);
        }
        return tree;
    }

    private String inTime(String text) {
        return TIME.matcher(text).replaceAll(found -> at(found.group(1), Long.parseLong(found.group(2))));
    }

    private String at(String where, long seconds) {
        Instant time = now.plusSeconds(seconds);
        return where.equals("now")
                ? time.toString()
                : time.atOffset(ZoneOffset.ofHours(9)).format(RFC_3339);
    }

    private String outOfTime(String text) {
        Matcher times = WRITTEN_TIME.matcher(text);
        return times.replaceAll(found -> {
            long seconds = OffsetDateTime.parse(found.group()).toEpochSecond() - now.getEpochSecond();
            if (Math.abs(seconds) > RUN_SECONDS) {
                return found.group();
            }
            return (found.group(1).equals("Z") ? "{now" : "{tokyo") + (seconds < 0 ? "" : "+") + seconds + "}";
        });
    }
}
