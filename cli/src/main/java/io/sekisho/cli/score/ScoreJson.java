package io.sekisho.cli.score;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a score as one JSON object; the names are listed in docs/guide/score.md and stay. */
final class ScoreJson {

    private final JsonGenerator out;

    private ScoreJson(JsonGenerator out) {
        this.out = out;
    }

    static String of(Score score) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            new ScoreJson(out).write(score);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void write(Score score) {
        out.writeStartObject();
        inputs(score.inputs());
        out.writeArrayPropertyStart("attacks");
        score.attacks().forEach(this::attack);
        out.writeEndArray();
        frictions("honest", score.honest());
        notices(score.notices());
        frictions("honest_by_type", score.types());
        out.writeArrayPropertyStart("traps");
        score.traps().forEach(this::trap);
        out.writeEndArray();
        Score.Detection detection = score.detection();
        if (detection != null) {
            detection(detection);
        }
        out.writeEndObject();
    }

    private void inputs(Score.Inputs inputs) {
        out.writeObjectPropertyStart("inputs");
        out.writeNumberProperty("events", inputs.events());
        out.writeNumberProperty("repeated_events", inputs.repeatedEvents());
        out.writeNumberProperty("decisions", inputs.decisions());
        out.writeNumberProperty("repeated_decisions", inputs.repeatedDecisions());
        out.writeNumberProperty("decisions_about_unknown_events", inputs.unknownDecisions());
        out.writeNumberProperty("labels", inputs.labels());
        out.writeNumberProperty("labels_matching_nothing", inputs.unmatchedLabels());
        out.writeNumberProperty("orders_without_decision", inputs.undecidedOrders());
        if (inputs.events() > 0) {
            out.writeStringProperty("from", Figures.time(inputs.fromMillis()));
            out.writeStringProperty("to", Figures.time(inputs.toMillis()));
        }
        out.writeStringProperty("without_label", inputs.isUnlabelledHonest() ? "honest" : "unknown");
        out.writeEndObject();
    }

    private void attack(Score.Attack attack) {
        out.writeStartObject();
        out.writeStringProperty("scenario", attack.scenario());
        out.writeStringProperty("variant", attack.variant());
        out.writeNumberProperty("cases", attack.cases());
        out.writeNumberProperty("orders", attack.stopped().of());
        out.writeNumberProperty("orders_stopped", attack.stopped().hits());
        out.writeNumberProperty(
                "orders_lost", attack.stopped().of() - attack.stopped().hits());
        rate("stopped_rate", attack.stopped());
        out.writeArrayPropertyStart("money");
        for (Score.Stake stake : attack.stakes()) {
            out.writeStartObject();
            out.writeStringProperty("currency", stake.currency());
            out.writeNumberProperty("stopped", stake.stopped());
            out.writeNumberProperty("lost", stake.lost());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberProperty("probes", attack.probes().of());
        out.writeNumberProperty("probes_stopped", attack.probes().hits());
        codes(attack);
        delay(attack.delay());
        out.writeEndObject();
    }

    private void codes(Score.Attack attack) {
        out.writeNumberProperty("codes_lost", attack.codesLost());
        out.writeNumberProperty("codes_lost_max_per_account", attack.mostCodesLost());
        out.writeObjectPropertyStart("accounts_by_codes_lost");
        attack.accountsByCodesLost().forEach((codes, accounts) -> out.writeNumberProperty(codes.toString(), accounts));
        out.writeEndObject();
    }

    private void delay(Score.NoticeDelay delay) {
        out.writeObjectPropertyStart("notice_delay");
        out.writeNumberProperty("accounts", delay.measured());
        if (delay.measured() > 0) {
            out.writeNumberProperty("median_millis", delay.medianMillis());
            out.writeNumberProperty("p95_millis", delay.p95Millis());
            out.writeNumberProperty("max_millis", delay.maxMillis());
        }
        out.writeNumberProperty("missing", delay.missing());
        out.writeNumberProperty("without_attack_event", delay.withoutAttackEvent());
        out.writeEndObject();
    }

    private void frictions(String name, List<Score.Friction> groups) {
        out.writeArrayPropertyStart(name);
        for (Score.Friction group : groups) {
            out.writeStartObject();
            out.writeStringProperty("group", group.group().replace(' ', '_'));
            friction(group);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void friction(Score.Friction group) {
        out.writeNumberProperty("of", group.of());
        rate("challenge", group.challenged());
        rate("hold", group.held());
        rate("deny", group.denied());
        rate("notice", group.notified());
    }

    private void notices(Score.Notices notices) {
        out.writeObjectPropertyStart("honest_notices");
        out.writeNumberProperty("accounts", notices.accounts().of());
        rate("accounts_with_notice", notices.accounts());
        out.writeNumberProperty("notices", notices.notices());
        out.writeNumberProperty("per_account_30_days", notices.perAccountMonth());
        out.writeEndObject();
    }

    private void trap(Score.Trap trap) {
        out.writeStartObject();
        out.writeStringProperty("trap", trap.trap());
        out.writeNumberProperty("accounts", trap.accounts());
        for (Score.Friction group : List.of(trap.orders(), trap.giftOrders(), trap.decisions())) {
            out.writeObjectPropertyStart(group.group().replace(' ', '_'));
            friction(group);
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void detection(Score.Detection detection) {
        out.writeObjectPropertyStart("detection");
        out.writeNumberProperty("undecided", detection.undecided());
        out.writeObjectPropertyStart("count");
        found(detection.count());
        out.writeEndObject();
        out.writeArrayPropertyStart("amounts");
        for (Score.FoundAmount amount : detection.amounts()) {
            out.writeStartObject();
            out.writeStringProperty("currency", amount.currency());
            found(amount.minorUnits());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void found(Score.Found found) {
        out.writeNumberProperty("fraud_flagged", found.fraudFlagged());
        out.writeNumberProperty("fraud_missed", found.fraudMissed());
        out.writeNumberProperty("honest_flagged", found.honestFlagged());
        out.writeNumberProperty("honest_passed", found.honestPassed());
        rate("precision", found.precision());
        rate("recall", found.recall());
    }

    private void rate(String name, Rate rate) {
        out.writeObjectPropertyStart(name);
        out.writeNumberProperty("hits", rate.hits());
        out.writeNumberProperty("of", rate.of());
        out.writeNumberProperty("share", rate.share());
        out.writeNumberProperty("low", rate.low());
        out.writeNumberProperty("high", rate.high());
        out.writeEndObject();
    }
}
