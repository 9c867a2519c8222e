package io.sekisho.simulator;

import io.sekisho.simulator.attack.Scenario;
import io.sekisho.simulator.attack.Scenarios;
import io.sekisho.simulator.attack.Scene;
import io.sekisho.simulator.attack.Variant;
import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.shop.Population;
import io.sekisho.simulator.shop.Profile;
import io.sekisho.simulator.shop.Shopper;
import io.sekisho.simulator.stage.Defence;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stream.Delivery;
import io.sekisho.simulator.stream.EventWriter;
import io.sekisho.simulator.stream.LabelWriter;
import io.sekisho.simulator.trap.Trap;
import io.sekisho.simulator.trap.Traps;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Networks;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A shop's month, or as long as planned: written as events and labels, the same bytes for the same plan.
 *
 * <p>Memory goes with the number of accounts, not with the number of events. Not thread-safe; an instance may run several
 * times.
 */
public final class Simulation {
    /** One account in so many is attacked. */
    private static final int ACCOUNTS_PER_ATTACK = 100;

    private static final int RING = 20;
    private static final int LEAST_IN_TRAP = 20;

    /** Where variants are mixed, the part of the accounts whose events pass the shop's flaky front. */
    private static final double BEHIND_FLAKY_FRONT = 0.2;

    private final SimulationPlan plan;
    private final Networks networks;
    private final List<Scenario> scenarios;
    private final List<Trap> traps;

    public Simulation(SimulationPlan plan) {
        this.plan = plan;
        networks = new Networks(plan.seed(), plan.accounts());
        scenarios = Scenarios.all().stream().filter(this::isPlayed).toList();
        traps = Traps.all().stream()
                .filter(trap -> plan.traps().contains(trap.id()))
                .toList();
    }

    private boolean isPlayed(Scenario scenario) {
        boolean byDefault = plan.scenarios().isEmpty()
                && plan.traps().isEmpty()
                && scenario.equals(Scenarios.all().getFirst());
        return byDefault || plan.scenarios().contains(scenario.id());
    }

    /** Writes the events only. */
    public SimulationStats run(OutputStream events) {
        return run(events, OutputStream.nullOutputStream());
    }

    /**
     * Writes events and labels as lines of JSON. The streams are flushed, not closed.
     *
     * @throws tools.jackson.core.exc.JacksonIOException if a stream cannot be written
     */
    public SimulationStats run(OutputStream events, OutputStream labels) {
        Measures measures = new Measures(plan);
        Delivery delivery = new Delivery(new EventWriter(events), plan.seed(), flakyFront());
        Recorder recorder = new Recorder(delivery, new LabelWriter(labels), measures);
        Stage stage = new Stage(recorder, Defence.NONE);
        Cast cast = new Cast(plan.seed(), plan.accounts());
        List<Customer> customers = populate(stage, setTraps(cast));
        attack(stage, cast, customers);
        stage.playUntil(Calendar.startOf(plan.days()));
        recorder.finish();
        return measures.stats();
    }

    private Predicate<String> flakyFront() {
        if (!variants().contains(Variant.D)) {
            return account -> false;
        }
        if (variants().size() == 1) {
            return account -> true;
        }
        return account -> Dice.of(plan.seed(), account, 1).chance(BEHIND_FLAKY_FRONT);
    }

    private List<Variant> variants() {
        if (scenarios.isEmpty()) {
            return List.of();
        }
        List<Variant> chosen = plan.variants().stream()
                .flatMap(word -> Variant.of(word).stream())
                .toList();
        return chosen.isEmpty() ? List.of(Variant.PLAIN, Variant.A, Variant.B, Variant.C, Variant.D) : chosen;
    }

    private Map<Integer, TrapPart> setTraps(Cast cast) {
        Map<Integer, TrapPart> parts = new HashMap<>();
        for (Trap trap : traps) {
            int wanted = Math.max(LEAST_IN_TRAP, (int) (plan.accounts() * trap.share()));
            int most = Math.max(1, plan.accounts() / (traps.size() + 1));
            List<Integer> numbers = cast.take("trap-" + trap.id(), Math.min(wanted, most), number -> true);
            Trap.Around around = new Trap.Around(networks, numbers.size());
            numbers.forEach(number -> parts.put(number, new TrapPart(trap, around)));
        }
        return parts;
    }

    private record TrapPart(Trap trap, Trap.Around around) {}

    private List<Customer> populate(Stage stage, Map<Integer, TrapPart> parts) {
        Population population = new Population(plan.seed(), plan.days(), plan.accounts(), networks);
        List<Customer> customers = new ArrayList<>();
        for (int number = 0; number < plan.accounts(); number++) {
            TrapPart part = parts.get(number);
            if (part == null) {
                Customer customer = population.customer(number, UnaryOperator.identity());
                new Shopper(customer).enter(stage);
                customers.add(customer);
            } else {
                customers.add(trapped(stage, population, number, part));
            }
        }
        return customers;
    }

    private Customer trapped(Stage stage, Population population, int number, TrapPart part) {
        Dice dice = Dice.of(plan.seed(), part.trap.id(), number);
        UnaryOperator<Profile> alteration = profile -> part.trap.alter(profile, dice);
        Customer customer = population.customer(number, alteration);
        part.trap.mark(customer, part.around);
        Shopper shopper = new Shopper(customer);
        shopper.enter(stage);
        part.trap.play(stage, shopper, plan.days(), dice);
        return customer;
    }

    private void attack(Stage stage, Cast cast, List<Customer> customers) {
        Scene scene = new Scene(plan.seed(), plan.days(), networks);
        Predicate<String> flaky = flakyFront();
        for (Scenario scenario : scenarios) {
            List<Variant> played =
                    variants().stream().filter(scenario.variants()::contains).toList();
            for (int i = 0; i < played.size(); i++) {
                Variant variant = played.get(i);
                boolean late = variant == Variant.D;
                boolean mixed = played.contains(Variant.D) && played.size() > 1;
                // The late variant needs a flaky front; where variants are mixed the others keep off it, so that the
                // front tells nothing about who is attacked.
                List<Customer> victims = cast
                        .take(
                                scenario.id(),
                                wanted(variant, i, played.size()),
                                number -> customers.get(number).isSettled()
                                        && (!mixed
                                                || flaky.test(customers
                                                                .get(number)
                                                                .account())
                                                        == late))
                        .stream()
                        .map(customers::get)
                        .toList();
                play(stage, scene, scenario, variant, victims);
            }
        }
    }

    private int wanted(Variant variant, int index, int variants) {
        int attacked = Math.max(1, plan.accounts() / ACCOUNTS_PER_ATTACK);
        int share = attacked / variants + (index < attacked % variants ? 1 : 0);
        boolean fullRings = variant == Variant.C && variants == 1;
        return fullRings ? Math.max(RING, Math.round(share / (float) RING) * RING) : share;
    }

    private static void play(Stage stage, Scene scene, Scenario scenario, Variant variant, List<Customer> victims) {
        int group = variant == Variant.C ? RING : Math.max(1, victims.size());
        for (int from = 0; from < victims.size(); from += group) {
            scenario.play(stage, scene, variant, victims.subList(from, Math.min(from + group, victims.size())));
        }
    }
}
