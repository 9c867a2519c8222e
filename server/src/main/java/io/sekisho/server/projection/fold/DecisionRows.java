package io.sekisho.server.projection.fold;

import static io.sekisho.server.projection.table.StoredText.id;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.rule.Rule;
import io.sekisho.server.projection.fold.Told.EventTold;
import io.sekisho.server.projection.fold.Told.Judged;
import io.sekisho.server.projection.table.DecisionColumn;
import io.sekisho.server.projection.table.Row;
import io.sekisho.server.projection.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Rows of decisions. Stateless. */
final class DecisionRows {

    private DecisionRows() {}

    static Row<DecisionColumn> decision(EventTold told, Judged judged, long projectedMillis) {
        Event event = told.event();
        Row<DecisionColumn> row = Table.DECISION
                .newRow()
                .put(DecisionColumn.DECIDED_AT, told.accepted().decidedMillis())
                .put(DecisionColumn.SEQUENCE, told.number())
                .put(DecisionColumn.DECISION_ID, judged.decisionId())
                .put(DecisionColumn.EVENT_ID, event.id())
                .put(DecisionColumn.SOURCE, event.source())
                .put(DecisionColumn.TYPE, event.typeName())
                .put(DecisionColumn.HAPPENED_AT, event.timeMillis())
                .put(DecisionColumn.PROJECTED_AT, projectedMillis)
                .put(DecisionColumn.ACCOUNT_ID, id(event.accountId()))
                .put(DecisionColumn.ORDER_ID, id(event.orderId()))
                .put(DecisionColumn.POLICY_ID, told.accepted().policyId())
                .put(DecisionColumn.POLICY_VERSION, judged.policy().version())
                .put(DecisionColumn.LATENCY_MICROS, told.accepted().latencyMicros());
        putVerdict(row, judged.assessment());
        putRules(row, judged.assessment());
        putDeadlines(row, judged.assessment());
        return row;
    }

    private static void putVerdict(Row<DecisionColumn> row, Assessment assessment) {
        row.put(DecisionColumn.OUTCOME, assessment.outcome().word())
                .put(DecisionColumn.SCORE, (long) assessment.score())
                .put(DecisionColumn.LEVEL, assessment.level())
                .put(DecisionColumn.STATUS, assessment.status().name().toLowerCase(Locale.ROOT))
                .put(DecisionColumn.WHY, assessment.why())
                .put(DecisionColumn.REASONS, reasons(assessment))
                .put(
                        DecisionColumn.ACTIONS,
                        assessment.actions().stream()
                                .map(action -> action.verb().word())
                                .toList())
                .put(
                        DecisionColumn.ACTION_TARGETS,
                        assessment.actions().stream()
                                .map(action -> action.target())
                                .toList());
    }

    private static List<String> reasons(Assessment assessment) {
        Stream<String> ofRules = assessment.hits().stream()
                .sorted(Comparator.comparingInt(
                        (Rule rule) -> -rule.definition().score()))
                .map(rule -> rule.definition().reason().code());
        return assessment.why().isEmpty()
                ? ofRules.toList()
                : Stream.concat(ofRules, Stream.of(assessment.why())).toList();
    }

    private static void putRules(Row<DecisionColumn> row, Assessment assessment) {
        row.put(DecisionColumn.MATCHED_RULES, ids(assessment.hits()))
                .put(DecisionColumn.EXEMPTED_RULES, ids(assessment.lifted()))
                .put(DecisionColumn.UNKNOWN_RULES, ids(assessment.unknown()))
                .put(DecisionColumn.SHADOW_RULES, ids(assessment.shadowHits()));
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }

    private static void putDeadlines(Row<DecisionColumn> row, Assessment assessment) {
        Assessment.Required required = assessment.required();
        if (required != null) {
            row.put(DecisionColumn.REQUIRED_METHODS, required.methods())
                    .put(DecisionColumn.REQUIRED_UNTIL, required.expiresMillis());
        }
        Assessment.Hold hold = assessment.hold();
        if (hold != null) {
            row.put(DecisionColumn.HOLD_UNTIL, hold.expiresMillis())
                    .put(DecisionColumn.HOLD_ON_EXPIRY, hold.cancelsOnExpiry() ? "cancel" : "release")
                    .put(DecisionColumn.HOLD_RELEASE_ON, hold.releaseOn());
        }
        row.put(DecisionColumn.RELEASE_AT, assessment.releaseMillis());
    }
}
