package io.sekisho.engine.decision;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.rule.ActionTarget;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Rule;
import io.sekisho.engine.rule.RuleDefinition.Asked;
import io.sekisho.engine.rule.RuleDefinition.Cap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an earlier decision had drawn from the past, read off the decision itself. */
record RecordedRecollection(Assessment recorded) implements Recollection {

    @Override
    public List<String> trusted(List<String> methods, Event event) {
        if (recorded.why().equals(Assessor.NO_TRUSTED_FACTOR)) {
            return List.of();
        }
        Assessment.Required required = recorded.required();
        return required == null
                ? methods
                : methods.stream().filter(required.methods()::contains).toList();
    }

    @Override
    public boolean isGranted(Event event, Rule exempting, Cap cap) {
        return exempting.definition().exempts().stream()
                .anyMatch(id -> recorded.lifted().stream()
                        .anyMatch(lifted -> lifted.id().equals(id.text())));
    }

    @Override
    public List<String> recentOrders(Event event) {
        return targetsOf(ActionTarget.RECENT_ORDERS);
    }

    @Override
    public List<String> recentCodes(Event event) {
        return targetsOf(ActionTarget.RECENT_CODES);
    }

    private List<String> targetsOf(ActionTarget target) {
        Set<ActionVerb> verbs = recorded.hits().stream()
                .flatMap(rule -> rule.definition().actions().stream())
                .filter(asked -> asked.target() == target)
                .map(Asked::verb)
                .collect(Collectors.toSet());
        return recorded.actions().stream()
                .filter(action -> verbs.contains(action.verb()))
                .map(action -> action.target())
                .distinct()
                .toList();
    }
}
