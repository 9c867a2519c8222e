package io.sekisho.acceptance;

import io.sekisho.acceptance.testkit.Json;
import io.sekisho.acceptance.testkit.Program;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    private static final Pattern TIME = Pattern.compile("\\{now([+-]\\d+)}");
    private static final Set<String> VOLATILE = Set.of("decided_at", "latency_micros", "sequence", "expires_at");
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
        return TIME.matcher(text)
                .replaceAll(
                        found -> now.plusSeconds(Long.parseLong(found.group(1))).toString());
    }

    private String outOfTime(String text) {
        Matcher times =
                Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ").matcher(text);
        return times.replaceAll(found -> {
            long seconds = Instant.parse(found.group()).getEpochSecond() - now.getEpochSecond();
            return "{now" + (seconds < 0 ? "" : "+") + seconds + "}";
        });
    }
}
