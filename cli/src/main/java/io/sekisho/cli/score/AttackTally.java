package io.sekisho.cli.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sorts attacked accounts and orders by scenario and variant. */
final class AttackTally {

    /** What attacks are called that have a label without scenario. */
    static final String UNNAMED = "-";

    private final Map<String, Map<String, AttackCount>> byScenario = new TreeMap<>();

    void account(Account account) {
        Label label = account.label;
        if (label != null && label.isAttack()) {
            of(label, null).forEach(count -> count.account(account));
        }
    }

    void order(PlacedOrder order) {
        Label label = order.label;
        if (label != null && order.isAttack()) {
            Account account = order.created.account;
            of(label, account == null ? null : account.label).forEach(count -> count.order(order));
        }
    }

    /** The counts to add to; none for card fraud without scenario, of which {@link Score.Detection} speaks. */
    private List<AttackCount> of(Label label, @Nullable Label ofAccount) {
        Label naming = ofAccount != null && label.scenario().isEmpty() ? ofAccount : label;
        if (naming.scenario().isEmpty() && label.verdict() != Label.Verdict.TAKEOVER) {
            return List.of();
        }
        String scenario = naming.scenario().isEmpty() ? UNNAMED : naming.scenario();
        Map<String, AttackCount> variants = byScenario.computeIfAbsent(scenario, name -> new TreeMap<>());
        List<AttackCount> counts = new ArrayList<>();
        counts.add(variants.computeIfAbsent("", name -> new AttackCount()));
        if (!naming.variant().isEmpty()) {
            counts.add(variants.computeIfAbsent(naming.variant(), name -> new AttackCount()));
        }
        return counts;
    }

    /** All variants of each scenario together, then each. */
    List<Score.Attack> attacks() {
        List<Score.Attack> attacks = new ArrayList<>();
        byScenario.forEach((scenario, variants) -> variants.forEach(
                (variant, count) -> attacks.add(count.attack(scenario, variant.isEmpty() ? Score.ALL : variant))));
        return attacks;
    }
}
