package io.sekisho.engine.decision;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.ActionTarget;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.Rule;
import io.sekisho.engine.rule.RuleDefinition;
import io.sekisho.engine.rule.RuleDefinition.Asked;
import io.sekisho.engine.rule.RuleDefinition.Cap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What an earlier decision had drawn from the past, read off the decision itself. */
record RecordedRecollection(Assessment recorded) implements Recollection {

    @Override
    public List<String> trusted(List<String> methods, Event event) {
        if (recorded.why().equals(Assessor.NO_TRUSTED_FACTOR)) {
            return List.of();
        }
        Assessment.Required required = recorded.required();
        if (required != null) {
            return methods.stream().filter(required.methods()::contains).toList();
        }
        // A hold that named methods and yet offered none had found all of their factors too young.
        return recorded.outcome() == Outcome.HOLD && holdsWithMethods() ? List.of() : methods;
    }

    private boolean holdsWithMethods() {
        return recorded.hits().stream()
                .map(Rule::definition)
                .anyMatch(rule -> rule.outcome() == Outcome.HOLD && rule.required() != null);
    }

    /** A rule that was granted its exemption lifted all that it exempts, so none of that hit in the end. */
    @Override
    public boolean isGranted(Event event, Rule exempting, Cap cap) {
        RuleDefinition rule = exempting.definition();
        return isAnyOf(recorded.lifted(), rule) && !isAnyOf(recorded.hits(), rule);
    }

    private static boolean isAnyOf(List<Rule> rules, RuleDefinition exempting) {
        return rules.stream()
                .anyMatch(rule ->
                        exempting.exempts().stream().anyMatch(id -> id.text().equals(rule.id())));
    }

    @Override
    public List<String> recentOrders(Event event) {
        return targetsOf(ActionTarget.RECENT_ORDERS, event);
    }

    @Override
    public List<String> recentCodes(Event event) {
        return targetsOf(ActionTarget.RECENT_CODES, event);
    }

    /** What every verb that was asked for them was done to, less what the event itself names in another part. */
    private List<String> targetsOf(ActionTarget target, Event event) {
        List<Set<String>> byVerb = recorded.hits().stream()
                .flatMap(rule -> rule.definition().actions().stream())
                .filter(asked -> asked.target() == target)
                .map(Asked::verb)
                .distinct()
                .map(this::targetsOf)
                .toList();
        if (byVerb.isEmpty() || event.accountId() == null) {
            return List.of();
        }
        Set<String> common = new LinkedHashSet<>(byVerb.getFirst());
        byVerb.forEach(common::retainAll);
        others(target, event).forEach(common::remove);
        return List.copyOf(common);
    }

    private Set<String> targetsOf(ActionVerb verb) {
        Set<String> targets = new LinkedHashSet<>();
        recorded.actions().stream()
                .filter(action -> action.verb() == verb)
                .map(Action::target)
                .forEach(targets::add);
        return targets;
    }

    private static List<String> others(ActionTarget target, Event event) {
        List<String> others = new ArrayList<>(Assessor.payments(event));
        String code = event.detail() instanceof Detail.GiftCode gift ? gift.codeId() : null;
        String mayBeAmongThem = target == ActionTarget.RECENT_ORDERS ? event.orderId() : code;
        Stream.of(event.accountId(), event.context().sessionId(), event.orderId(), code)
                .filter(Objects::nonNull)
                .filter(id -> !id.equals(mayBeAmongThem))
                .forEach(others::add);
        return others;
    }
}
