package io.sekisho.engine.policy;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.expression.ListBook;
import io.sekisho.engine.expression.Vocabulary;
import io.sekisho.engine.feature.FeaturePlan;
import io.sekisho.engine.feature.TypePattern;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.rule.Rule;
import io.sekisho.engine.rule.RuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A policy compiled and ready to decide; immutable but for its lists, which belong to the engine that decides by it. */
public final class Policy {

    private final PolicyDefinition definition;
    private final Vocabulary vocabulary;
    private final FeaturePlan plan;
    private final List<Rule> rules;
    private final ListBook lists;
    private final Map<String, TypePolicy> byType;

    Policy(PolicyDefinition definition, Vocabulary vocabulary, Parts parts) {
        this.definition = definition;
        this.vocabulary = vocabulary;
        this.plan = parts.plan();
        this.rules = List.copyOf(parts.rules());
        this.lists = parts.lists();
        // The contract's types and those that the policy names; a shop's own is looked up anew, so that made-up types
        // cannot fill the memory.
        Stream<String> contract = Arrays.stream(EventType.values()).map(EventType::typeName);
        this.byType = Stream.concat(contract, definition.decides().stream().map(Sourced::text))
                .distinct()
                .collect(Collectors.toUnmodifiableMap(type -> type, this::forType));
    }

    /** What the compiler made of a declared policy. */
    record Parts(FeaturePlan plan, List<Rule> rules, ListBook lists) {}

    /**
     * What the policy has to say of one event type.
     *
     * @param rules those that look at the type, in the policy's order
     * @param reading the features that these rules read
     */
    public record TypePolicy(boolean isDecided, List<Rule> rules, FeaturePlan.Reading reading) {
        public TypePolicy {
            rules = List.copyOf(rules);
        }
    }

    public PolicyDefinition definition() {
        return definition;
    }

    public FeaturePlan plan() {
        return plan;
    }

    public List<Rule> rules() {
        return rules;
    }

    public ListBook lists() {
        return lists;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public TypePolicy of(String typeName) {
        TypePolicy known = byType.get(typeName);
        return known == null ? forType(typeName) : known;
    }

    private TypePolicy forType(String typeName) {
        boolean isDecided = definition.decides().stream().anyMatch(type -> TypePattern.matches(type.text(), typeName));
        if (!isDecided) {
            return new TypePolicy(false, List.of(), plan.readingOf(java.util.Set.of()));
        }
        TreeSet<String> read = new TreeSet<>();
        List<Rule> applicable =
                rules.stream().filter(rule -> looksAt(rule, typeName)).toList();
        applicable.forEach(rule -> read.addAll(rule.condition().references()));
        return new TypePolicy(true, applicable, plan.readingOf(read));
    }

    private static boolean looksAt(Rule rule, String typeName) {
        RuleDefinition definition = rule.definition();
        return definition.status() != RuleDefinition.Status.OFF
                && definition.on().stream().anyMatch(type -> TypePattern.matches(type.text(), typeName));
    }
}
