package io.sekisho.server.decision;

import io.sekisho.engine.event.Item;
import io.sekisho.engine.policy.FailPolicy;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.wire.json.JsonProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the doors answer where they do not decide. A refused event is not an allow: the answer names the fail policy. */
final class DoorProblems {

    /** More are counted, not named: an answer has an end. */
    static final int MOST_ITEMS = 1_000;

    private static final String FAIL_POLICY = "fail_policy";

    private DoorProblems() {}

    static Answer invalid(List<JsonProblem> problems, Optional<Outcome> fail) {
        return answer(
                invalid(problems.stream().map(problem -> item(null, problem)).toList()), fail);
    }

    static Answer invalidLines(List<HttpProblem.Item> items) {
        return answer(invalid(items), Optional.empty());
    }

    static HttpProblem.Item item(@Nullable Integer line, JsonProblem problem) {
        return new HttpProblem.Item(line, problem.pointer(), problem.code(), problem.detail());
    }

    static HttpProblem.Item conflict(@Nullable Integer line) {
        return new HttpProblem.Item(
                line, "/id", "conflict", "An earlier event with this source and id has another body.");
    }

    static Answer conflict(List<HttpProblem.Item> items, Optional<Outcome> fail) {
        HttpProblem problem = new HttpProblem(
                409,
                "conflict",
                "Known with another body",
                "An event is known by its source and id; what is sent again must be the same, to the letter.",
                bounded(items),
                Map.of());
        return answer(problem, fail);
    }

    static Answer unavailable(Unavailability reason, Optional<Outcome> fail) {
        HttpProblem problem = HttpProblem.of(503, reason.code(), "No decision can be had", reason.detail());
        return answer(problem, fail).with(Map.of("Retry-After", Integer.toString(reason.retryAfterSeconds())));
    }

    static Answer tooLarge(int mostBytes) {
        return Answer.of(HttpProblem.of(
                413,
                "too_large",
                "Too large",
                "The body may have at most " + mostBytes + " bytes; send less at once."));
    }

    static Answer tooMany(int most) {
        return Answer.of(HttpProblem.of(
                422, "too_many_events", "Too many events", "A batch holds at most " + most + " events; split it."));
    }

    static Answer empty() {
        return Answer.of(HttpProblem.of(422, "no_events", "No events", "The body holds no event."));
    }

    static Answer wrongContentType(String accepted) {
        return Answer.of(HttpProblem.of(
                415, "unsupported_media_type", "Not this content type", "Send the body as " + accepted + "."));
    }

    private static HttpProblem invalid(List<HttpProblem.Item> items) {
        return new HttpProblem(
                422,
                "invalid_event",
                "Not an event of the contract",
                "Nothing was accepted. Each problem says where and what to do; send the event again when it is mended.",
                bounded(items),
                items.size() > MOST_ITEMS ? Map.of("problems_in_all", (long) items.size()) : Map.of());
    }

    static List<HttpProblem.Item> bounded(List<HttpProblem.Item> items) {
        return new ArrayList<>(items.subList(0, Math.min(items.size(), MOST_ITEMS)));
    }

    private static Answer answer(HttpProblem problem, Optional<Outcome> fail) {
        return Answer.of(
                fail.map(outcome -> problem.with(FAIL_POLICY, outcome.word())).orElse(problem));
    }

    /** What the shop does with an event that could not even be read as one; nothing where not even its type can be told. */
    static Optional<Outcome> fail(FailPolicy policy, @Nullable Object tree) {
        return tree instanceof Map<?, ?> event && event.get("type") instanceof String type
                ? Optional.of(policy.outcome(type, mayCarryStoredValue(event)))
                : Optional.empty();
    }

    /** An order whose items cannot be told may be one of gift codes. */
    private static boolean mayCarryStoredValue(Map<?, ?> event) {
        boolean isListed = event.get("data") instanceof Map<?, ?> data
                && data.get("order") instanceof Map<?, ?> order
                && order.get("items") instanceof List<?> items
                && items.stream().allMatch(DoorProblems::isOtherGoods);
        return !isListed;
    }

    private static boolean isOtherGoods(@Nullable Object item) {
        return item instanceof Map<?, ?> members
                && members.get("category") instanceof String category
                && !Item.STORED_VALUE.contains(category);
    }
}
