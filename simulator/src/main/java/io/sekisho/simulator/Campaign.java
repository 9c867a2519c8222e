package io.sekisho.simulator;

import io.sekisho.simulator.attack.Scenario;
import io.sekisho.simulator.attack.Scenarios;
import io.sekisho.simulator.attack.Scene;
import io.sekisho.simulator.attack.Variant;
import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.world.Dice;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Which scenarios are played in which variants, on whom, and behind which front of the shop. */
final class Campaign {
    /** One account in so many is attacked, by each scenario. */
    private static final int ACCOUNTS_PER_ATTACK = 100;

    private static final int RING = 20;

    /** Where variants are mixed, the part of the accounts whose events pass the shop's flaky front. */
    private static final double BEHIND_FLAKY_FRONT = 0.2;

    private static final List<Variant> MIX = List.of(Variant.PLAIN, Variant.A, Variant.B, Variant.C, Variant.D);

    private final SimulationPlan plan;
    private final List<Scenario> scenarios;
    private final List<Variant> variants;

    Campaign(SimulationPlan plan) {
        this.plan = plan;
        scenarios = Scenarios.all().stream()
                .filter(scenario -> isPlayed(plan, scenario))
                .toList();
        List<Variant> chosen = plan.variants().stream()
                .flatMap(word -> Variant.of(word).stream())
                .toList();
        variants = chosen.isEmpty() ? MIX : chosen;
    }

    private static boolean isPlayed(SimulationPlan plan, Scenario scenario) {
        boolean byDefault = plan.scenarios().isEmpty()
                && plan.traps().isEmpty()
                && scenario.equals(Scenarios.all().getFirst());
        return byDefault || plan.scenarios().contains(scenario.id());
    }

    /** Tells of an account whether its events are delivered late and twice: all, some or none, as the variants ask. */
    Predicate<String> flakyFront() {
        if (scenarios.isEmpty() || !variants.contains(Variant.D)) {
            return account -> false;
        }
        return isMixed() ? this::isBehindFlakyFront : account -> true;
    }

    private boolean isMixed() {
        return variants.size() > 1;
    }

    private boolean isBehindFlakyFront(String account) {
        return Dice.of(plan.seed(), account, 1).chance(BEHIND_FLAKY_FRONT);
    }

    /** Plans all attacks on those who still have no part. */
    void play(Stage stage, Scene scene, Cast cast, List<Customer> customers) {
        for (Scenario scenario : scenarios) {
            List<Variant> played =
                    variants.stream().filter(scenario.variants()::contains).toList();
            for (int i = 0; i < played.size(); i++) {
                Variant variant = played.get(i);
                IntPredicate eligible = number -> isEligible(customers.get(number), variant);
                List<Customer> victims = cast.take(scenario.id(), wanted(variant, i, played.size()), eligible).stream()
                        .map(customers::get)
                        .toList();
                play(stage, scene, scenario, variant, victims);
            }
        }
    }

    /**
     * The late variant needs the flaky front; where variants are mixed the others keep off it, so that the front tells
     * nothing about who is attacked.
     */
    private boolean isEligible(Customer customer, Variant variant) {
        boolean anyFront = !isMixed() || !variants.contains(Variant.D);
        boolean itsFront = anyFront || isBehindFlakyFront(customer.account()) == (variant == Variant.D);
        return customer.isSettled() && itsFront;
    }

    private int wanted(Variant variant, int index, int variantsPlayed) {
        int attacked = Math.max(1, plan.accounts() / ACCOUNTS_PER_ATTACK);
        int share = attacked / variantsPlayed + (index < attacked % variantsPlayed ? 1 : 0);
        boolean fullRings = variant == Variant.C && variantsPlayed == 1;
        return fullRings ? Math.max(RING, Math.round(share / (float) RING) * RING) : share;
    }

    private static void play(Stage stage, Scene scene, Scenario scenario, Variant variant, List<Customer> victims) {
        int group = variant == Variant.C ? RING : Math.max(1, victims.size());
        for (int from = 0; from < victims.size(); from += group) {
            scenario.play(stage, scene, variant, victims.subList(from, Math.min(from + group, victims.size())));
        }
    }
}
