package io.sekisho.wire.decision;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.DecisionId;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Timestamps;
import io.sekisho.engine.feature.FeaturePlan;
import io.sekisho.engine.feature.FeatureVector;
import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.Rule;
import io.sekisho.engine.rule.RuleDefinition.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes decisions and feature vectors as JSON, a line each. One thread. */
public final class DecisionWriter {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final String policyVersion;

    public DecisionWriter(String policyVersion) {
        this.policyVersion = policyVersion;
    }

    /**
     * What an assessment became when it was made durable.
     *
     * @param latencyMicros absent in replay
     */
    public record Made(
            Event event,
            Assessment assessment,
            long sequence,
            long decidedMillis,
            @Nullable Long latencyMicros) {}

    /** Writes the decision's line. */
    public void write(Made made, OutputStream out) throws IOException {
        line(out, json -> decision(json, made));
    }

    /** Writes the line of an event's features: name and value, or null where the feature is absent. */
    public static void writeFeatures(String eventId, FeaturePlan plan, FeatureVector vector, OutputStream out)
            throws IOException {
        line(out, json -> features(json, eventId, plan, vector));
    }

    private interface Content {
        void writeTo(JsonGenerator json);
    }

    private static void line(OutputStream out, Content content) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            content.writeTo(json);
            json.writeRaw('\n');
        } catch (JacksonException failed) {
            throw new IOException(failed);
        }
    }

    private void decision(JsonGenerator json, Made made) {
        Event event = made.event();
        Assessment assessment = made.assessment();
        json.writeStartObject();
        json.writeStringProperty("decision_id", DecisionId.of(event.source(), event.id()));
        json.writeStringProperty("event_id", event.id());
        json.writeStringProperty("source", event.source());
        json.writeStringProperty("type", event.typeName());
        json.writeStringProperty("time", Timestamps.format(event.timeMillis(), event.offsetSeconds()));
        optional(json, "account_id", event.accountId());
        optional(json, "order_id", event.orderId());
        json.writeStringProperty("decision", assessment.outcome().word());
        json.writeNumberProperty("score", assessment.score());
        json.writeStringProperty("level", assessment.level());
        json.writeStringProperty("status", assessment.status().name().toLowerCase(java.util.Locale.ROOT));
        reasons(json, assessment);
        rules(json, assessment);
        deadlines(json, event, assessment);
        actions(json, assessment.actions());
        json.writeStringProperty("policy_version", policyVersion);
        json.writeNumberProperty("sequence", made.sequence());
        json.writeStringProperty("decided_at", Timestamps.format(made.decidedMillis(), event.offsetSeconds()));
        if (made.latencyMicros() != null) {
            json.writeNumberProperty("latency_micros", made.latencyMicros());
        }
        json.writeEndObject();
    }

    /** The heaviest first; among equals in the policy's order. */
    private static void reasons(JsonGenerator json, Assessment assessment) {
        json.writeArrayPropertyStart("reasons");
        assessment.hits().stream()
                .sorted(Comparator.comparingInt(
                        (Rule rule) -> -rule.definition().score()))
                .forEach(rule -> reason(
                        json, rule.definition().reason(), rule.definition().score()));
        if (!assessment.why().isEmpty()) {
            reason(json, SystemReasons.of(assessment.why()), 0);
        }
        json.writeEndArray();
    }

    private static void reason(JsonGenerator json, Reason reason, int weight) {
        json.writeStartObject();
        json.writeStringProperty("code", reason.code());
        json.writeNumberProperty("weight", weight);
        json.writeObjectPropertyStart("text");
        json.writeStringProperty("en", reason.en());
        json.writeStringProperty("ja", reason.ja());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rules(JsonGenerator json, Assessment assessment) {
        matched(json, "matched_rules", assessment.hits());
        json.writeArrayPropertyStart("unknown_rules");
        for (Rule rule : assessment.unknown()) {
            json.writeStartObject();
            json.writeStringProperty("id", rule.id());
            json.writeNumberProperty("version", rule.definition().version());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!assessment.lifted().isEmpty()) {
            matched(json, "exempted_rules", assessment.lifted());
        }
        if (!assessment.shadowHits().isEmpty()) {
            matched(json, "shadow_rules", assessment.shadowHits());
        }
    }

    private static void matched(JsonGenerator json, String name, List<Rule> rules) {
        json.writeArrayPropertyStart(name);
        for (Rule rule : rules) {
            json.writeStartObject();
            json.writeStringProperty("id", rule.id());
            json.writeNumberProperty("version", rule.definition().version());
            json.writeStringProperty("outcome", rule.definition().outcome().word());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void deadlines(JsonGenerator json, Event event, Assessment assessment) {
        Assessment.Required required = assessment.required();
        if (required != null) {
            json.writeObjectPropertyStart("required");
            texts(json, "methods", required.methods());
            time(json, "expires_at", required.expiresMillis(), event);
            json.writeEndObject();
        }
        Assessment.Hold hold = assessment.hold();
        if (hold != null) {
            json.writeObjectPropertyStart("hold");
            time(json, "expires_at", hold.expiresMillis(), event);
            json.writeStringProperty("on_expiry", hold.cancelsOnExpiry() ? "cancel" : "release");
            texts(json, "release_on", hold.releaseOn());
            json.writeEndObject();
        }
        if (assessment.releaseMillis() != null) {
            json.writeObjectPropertyStart("release");
            time(json, "not_before", assessment.releaseMillis(), event);
            json.writeEndObject();
        }
    }

    private static void actions(JsonGenerator json, List<Action> actions) {
        json.writeArrayPropertyStart("actions");
        for (Action action : actions) {
            json.writeStartObject();
            json.writeStringProperty("action", action.verb().word());
            json.writeStringProperty("target", action.target());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void features(JsonGenerator json, String eventId, FeaturePlan plan, FeatureVector vector) {
        json.writeStartObject();
        json.writeStringProperty("event_id", eventId);
        json.writeObjectPropertyStart("features");
        for (int i = 0; i < vector.size(); i++) {
            feature(json, plan, vector, i);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void feature(JsonGenerator json, FeaturePlan plan, FeatureVector vector, int index) {
        json.writeName(plan.name(index));
        if (!vector.isPresent(index)) {
            json.writeNull();
            return;
        }
        switch (plan.kind(index)) {
            case WHOLE, SPAN -> json.writeNumber(vector.bitsAt(index));
            case NUMBER -> json.writeNumber(Double.longBitsToDouble(vector.bitsAt(index)));
            case FLAG -> json.writeBoolean(vector.bitsAt(index) != 0);
            case TEXT -> json.writeString(String.valueOf(vector.objectAt(index)));
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void time(JsonGenerator json, String name, long millis, Event event) {
        json.writeStringProperty(name, Timestamps.format(millis, event.offsetSeconds()));
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
