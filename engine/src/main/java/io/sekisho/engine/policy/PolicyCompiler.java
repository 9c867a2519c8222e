package io.sekisho.engine.policy;

import io.sekisho.engine.expression.Expression;
import io.sekisho.engine.expression.Expressions;
import io.sekisho.engine.expression.ListBook;
import io.sekisho.engine.expression.Vocabulary;
import io.sekisho.engine.feature.EventTypes;
import io.sekisho.engine.feature.FeatureCompiler;
import io.sekisho.engine.feature.FeaturePlan;
import io.sekisho.engine.feature.TypePattern;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.problem.Suggestion;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.Rule;
import io.sekisho.engine.rule.RuleDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compiles a declared policy, and names everything that is wrong with it. */
public final class PolicyCompiler {

    private final PolicyDefinition definition;
    private final ListBook lists;
    private final Consumer<Problem> problems;
    private boolean hasErrors;

    private PolicyCompiler(PolicyDefinition definition, Consumer<Problem> problems) {
        this.definition = definition;
        this.lists = new ListBook(definition.lists());
        this.problems = problems;
    }

    /** The policy, or nothing where any error was reported. */
    public static Optional<Policy> compile(PolicyDefinition definition, Consumer<Problem> problems) {
        return new PolicyCompiler(definition, problems).compile();
    }

    private Optional<Policy> compile() {
        definition.decides().forEach(this::checkType);
        Vocabulary events = Vocabulary.ofEvents();
        definition.parameters().forEach(parameter -> events.withParameter(parameter.name(), parameter.value()));
        FeaturePlan plan =
                new FeatureCompiler(new Expressions(events, lists), this::report).compile(definition.features());
        Vocabulary all = events.copy();
        for (int i = 0; i < plan.size(); i++) {
            all.withFeature(plan.name(i), plan.kind(i).type(), i);
        }
        brokenFeatures(plan).forEach(all::withBrokenFeature);
        List<Rule> rules = compileRules(new Expressions(all, lists));
        return hasErrors
                ? Optional.empty()
                : Optional.of(new Policy(definition, all, new Policy.Parts(plan, rules, lists)));
    }

    /** A rule that reads a feature with a problem of its own has none, so that the one mistake is told once. */
    private Set<String> brokenFeatures(FeaturePlan plan) {
        Set<String> broken = new TreeSet<>(definition.brokenFeatures());
        definition.features().forEach(feature -> broken.add(feature.name()));
        for (int i = 0; i < plan.size(); i++) {
            broken.remove(plan.name(i));
        }
        return broken;
    }

    private List<Rule> compileRules(Expressions expressions) {
        Set<String> ids = new HashSet<>();
        List<Rule> rules = new ArrayList<>();
        for (RuleDefinition rule : definition.rules()) {
            if (!ids.add(rule.id())) {
                error(rule, "rule_twice", "There are two rules with the id '" + rule.id() + "'.");
            }
            check(rule);
            Optional<Expression> condition = expressions.compileCondition(rule.when(), this::report);
            condition.ifPresent(when -> rules.add(new Rule(rules.size(), rule, when)));
        }
        return rules;
    }

    private void check(RuleDefinition rule) {
        rule.on().forEach(this::checkType);
        rule.on().stream().filter(type -> !isDecided(type.text())).forEach(this::warnOfUndecided);
        if (rule.outcome() == Outcome.CHALLENGE && rule.required() == null) {
            error(
                    rule,
                    "rule_required_missing",
                    "A challenge needs 'required': the methods that clear it and the time it has, as in"
                            + " required: {methods: [passkey, callback], within: 15m}.");
        }
        checkExemptions(rule);
    }

    private void checkExemptions(RuleDefinition rule) {
        if (!rule.exempts().isEmpty() && rule.cap() == null) {
            error(
                    rule,
                    "rule_cap_missing",
                    "A rule that exempts others needs a cap, as in cap: {sum: 30000, window: 24h}.");
        }
        Set<String> ids = definition.rules().stream().map(RuleDefinition::id).collect(Collectors.toSet());
        for (Sourced exempt : rule.exempts()) {
            if (!ids.contains(exempt.text())) {
                String detail = "There is no rule '" + exempt.text() + "' to exempt from."
                        + Suggestion.forWord(exempt.text(), ids);
                report(Problem.error(exempt.origin(), "rule_unknown", detail));
            }
        }
    }

    private void checkType(Sourced type) {
        if (!TypePattern.isPossible(type.text())) {
            report(Problem.error(type.origin(), "type_unknown", EventTypes.unknown(type.text())));
        }
    }

    private boolean isDecided(String type) {
        return definition.decides().stream()
                .anyMatch(decided ->
                        TypePattern.matches(decided.text(), type) || TypePattern.matches(type, decided.text()));
    }

    private void warnOfUndecided(Sourced type) {
        report(Problem.warning(
                type.origin(),
                "type_not_decided",
                "'" + type.text()
                        + "' is not among the types that policy.yaml decides, so this rule never looks at it."));
    }

    private void error(RuleDefinition rule, String code, String detail) {
        report(Problem.error(rule.origin(), code, detail));
    }

    private void report(Problem problem) {
        hasErrors |= problem.isError();
        problems.accept(problem);
    }
}
