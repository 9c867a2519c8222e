package io.sekisho.engine.feature;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.expression.Expression;
import io.sekisho.engine.expression.Scope;
import io.sekisho.engine.expression.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which events a series takes. An event of which the condition could not tell is not taken. */
record Filter(
        List<String> on,
        @Nullable Expression where,
        @Nullable String currency) {

    boolean takes(Event event, Scope scope) {
        return !isOtherCurrency(event) && (where == null || where.verdict(scope) == Verdict.HIT);
    }

    boolean takesType(String typeName) {
        return on.isEmpty() || on.stream().anyMatch(pattern -> TypePattern.matches(pattern, typeName));
    }

    boolean isOtherCurrency(Event event) {
        if (currency == null) {
            return false;
        }
        Money amount = event.amount();
        return amount != null && !amount.currency().equals(currency);
    }
}
