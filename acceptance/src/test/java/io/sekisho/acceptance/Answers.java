package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Connection;
import io.sekisho.acceptance.testkit.Json;
import io.sekisho.acceptance.testkit.Program;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of the answers of a server that was killed, stopped or left without its database. */
final class Answers {

    private static final int PIPELINED = 64;

    private Answers() {}

    /** Every decision that was answered is answered again, to the byte, at either door. */
    static void assertKept(RunningServer server, Load load) throws IOException {
        List<String> ids = load.answered().keySet().stream().sorted().toList();
        List<Response> again =
                ask(server, ids.stream().map(id -> load.decide(load.event(id))).toList());
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            assertThat(again.get(i).text()).as(id).isEqualTo(load.answered().get(id));
        }
    }

    /** What was not answered can be sent again, is accepted, and stays what it is then. */
    static void sendUnanswered(RunningServer server, Load load) throws IOException {
        for (String id : load.unanswered()) {
            Response first = server.ask(load.decide(load.event(id)));
            assertThat(first.status()).as(first.toString()).isEqualTo(200);
            assertThat(server.askGate(load.decide(load.event(id))).text()).isEqualTo(first.text());
            load.answered().put(id, first.text());
        }
    }

    /** No number was given twice. */
    static void assertNumberedOnce(Load load) {
        assertThat(load.answered().values().stream().map(Answers::sequence)).doesNotHaveDuplicates();
    }

    /** Ids in the order in which their events were decided. */
    static List<String> inOrder(Load load) {
        return load.answered().entrySet().stream()
                .sorted(Comparator.comparingLong(answer -> sequence(answer.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Sends in this order, many at a time, half of them over each door; the answers in the same order. */
    static List<Response> ask(RunningServer server, List<Request> requests) throws IOException {
        int half = requests.size() / 2;
        List<Response> all = new java.util.ArrayList<>(ask(server.gatePort(), requests.subList(0, half)));
        all.addAll(ask(server.port(), requests.subList(half, requests.size())));
        return all;
    }

    static List<Response> ask(int port, List<Request> requests) throws IOException {
        List<Response> answers = new java.util.ArrayList<>();
        try (Connection connection = Connection.to(port)) {
            for (int from = 0; from < requests.size(); from += PIPELINED) {
                List<Request> part = requests.subList(from, Math.min(requests.size(), from + PIPELINED));
                for (Request request : part) {
                    connection.send(request);
                }
                for (int i = 0; i < part.size(); i++) {
                    answers.add(connection.receive());
                }
            }
        }
        return answers;
    }

    /** A decision without when and as which it was taken; its deadlines, which count from there, only by name. */
    static JsonNode timeless(String decision) {
        ObjectNode tree = (ObjectNode) Json.read(decision);
        List.of("sequence", "decided_at", "latency_micros").forEach(tree::remove);
        for (String part : List.of("required", "hold", "release")) {
            if (tree.get(part) instanceof ObjectNode object) {
                List.of("expires_at", "not_before").stream().filter(object::has).forEach(name -> object.put(name, ""));
            }
        }
        return tree;
    }

    static Map<String, JsonNode> timeless(Collection<String> decisions) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        decisions.forEach(
                decision -> all.put(Json.read(decision).get("event_id").asString(), timeless(decision)));
        return all;
    }

    /** The journal decided anew gives what stands in it, the audit log hangs together, the database holds the same. */
    static void assertVerified(Path data) {
        Program.Result verified = Program.run("verify", "--data", data.toString());
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    }

    private static long sequence(String decision) {
        return Json.read(decision).get("sequence").asLong();
    }
}
