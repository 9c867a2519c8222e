package io.sekisho.engine.decision;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.Rule;
import io.sekisho.engine.rule.RuleDefinition.Cap;
import io.sekisho.engine.state.Symbols;
import java.util.List;

/** What the engine remembers while events come in. */
record LivingRecollection(Policy policy, Symbols symbols, Memory memory) implements Recollection {

    @Override
    public List<String> trusted(List<String> methods, Event event) {
        String account = event.accountId();
        return account == null
                ? methods
                : memory.factors()
                        .trusted(
                                methods,
                                symbols.of(account),
                                event.timeMillis(),
                                policy.definition().coolingOffMillis());
    }

    /** The cap counts what the order costs, in the policy's currency; money of another currency is never exempt. */
    @Override
    public boolean isGranted(Event event, Rule exempting, Cap cap) {
        String account = event.accountId();
        Money amount = event.amount();
        if (account == null
                || (amount != null
                        && !amount.currency().equals(policy.definition().currency()))) {
            return false;
        }
        return memory.exemptions()
                .grant(
                        symbols.of(exempting.id()),
                        symbols.of(account),
                        amount == null ? 0 : amount.value(),
                        new Exemptions.Ask(cap, event.timeMillis()));
    }

    @Override
    public List<String> recentOrders(Event event) {
        return recent(event, memory.orders());
    }

    @Override
    public List<String> recentCodes(Event event) {
        return recent(event, memory.codes());
    }

    private List<String> recent(Event event, RecentThings things) {
        String account = event.accountId();
        return account == null
                ? List.of()
                : things.of(symbols.of(account), event.timeMillis()).stream()
                        .map(symbols::word)
                        .toList();
    }
}
