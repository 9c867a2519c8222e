package io.sekisho.engine.rule;

import io.sekisho.engine.expression.Expression;
import io.sekisho.engine.expression.Scope;
import io.sekisho.engine.expression.Verdict;

/** A rule ready to judge; {@code number} is its place among the policy's rules. */
public record Rule(int number, RuleDefinition definition, Expression condition) {

    public Verdict judge(Scope scope) {
        return condition.verdict(scope);
    }

    public String id() {
        return definition.id();
    }

    public boolean isShadow() {
        return definition.status() == RuleDefinition.Status.SHADOW;
    }
}
