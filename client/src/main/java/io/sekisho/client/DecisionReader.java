package io.sekisho.client;

import java.util.Arrays;
import java.util.Optional;

/** Makes decisions of what the server answers. Stateless. */
final class DecisionReader {

    private DecisionReader() {}

    /** Empty where the answer is no decision about that event. */
    static Optional<Decision> read(ShopEvent event, Reply reply) {
        Optional<JsonObject> told = reply.object();
        Optional<Outcome> outcome = told.flatMap(json -> json.text("decision")).flatMap(Outcome::of);
        boolean isOurs = told.filter(json -> isAbout(json, event)).isPresent();
        return isOurs ? outcome.map(is -> decision(is, told.get(), reply.text())) : Optional.empty();
    }

    private static boolean isAbout(JsonObject told, ShopEvent event) {
        return told.text("event_id").filter(event.id()::equals).isPresent()
                && told.text("source").filter(event.source()::equals).isPresent()
                && told.text("decision_id").isPresent();
    }

    private static Decision decision(Outcome outcome, JsonObject told, String json) {
        return new Decision(
                outcome,
                told.text("decision_id").orElse(""),
                told.text("event_id").orElse(""),
                told.whole("score").orElse(0L).intValue(),
                told.text("level").orElse("unknown"),
                status(told.text("status").orElse("")),
                told.objects("reasons").stream().map(DecisionReader::reason).toList(),
                told.object("required").map(DecisionReader::required).orElse(null),
                told.object("hold").map(DecisionReader::hold).orElse(null),
                told.object("release")
                        .map(release ->
                                new Decision.Release(release.time("not_before").orElse(null)))
                        .orElse(null),
                told.objects("actions").stream().map(DecisionReader::action).toList(),
                told.text("policy_version").orElse(""),
                told.whole("sequence").orElse(0L),
                null,
                json);
    }

    private static Decision.Status status(String word) {
        return Arrays.stream(Decision.Status.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElse(Decision.Status.UNKNOWN);
    }

    private static Decision.Reason reason(JsonObject told) {
        Optional<JsonObject> text = told.object("text");
        return new Decision.Reason(
                told.text("code").orElse("unknown"),
                told.whole("weight").orElse(0L).intValue(),
                text.flatMap(texts -> texts.text("en")).orElse(""),
                text.flatMap(texts -> texts.text("ja")).orElse(""));
    }

    private static Decision.Required required(JsonObject told) {
        return new Decision.Required(
                told.texts("methods"), told.time("expires_at").orElse(null));
    }

    /** Where the server says nothing readable of the end, the strict one: cancelled. */
    private static Decision.Hold hold(JsonObject told) {
        return new Decision.Hold(
                told.time("expires_at").orElse(null),
                !told.text("on_expiry").orElse("cancel").equals("release"),
                told.texts("release_on"));
    }

    private static Decision.Action action(JsonObject told) {
        return new Decision.Action(
                told.text("action").orElse("unknown"), told.text("target").orElse(""));
    }
}
