package io.sekisho.simulator;

import io.sekisho.simulator.attack.Scene;
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
import java.util.function.UnaryOperator;

/**
 * A shop's month, or as long as planned: written as events and labels, the same bytes for the same plan.
 *
 * <p>Memory goes with the number of accounts, not with the number of events. Not thread-safe; an instance may run several
 * times.
 */
public final class Simulation {
    private static final int LEAST_IN_TRAP = 20;

    private final SimulationPlan plan;
    private final Networks networks;
    private final Campaign campaign;

    public Simulation(SimulationPlan plan) {
        this.plan = plan;
        networks = new Networks(plan.seed(), plan.accounts());
        campaign = new Campaign(plan);
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
        Delivery delivery = new Delivery(new EventWriter(events), plan.seed(), campaign.flakyFront());
        Recorder recorder = new Recorder(delivery, new LabelWriter(labels), measures);
        Stage stage = new Stage(recorder, Defence.NONE);
        Cast cast = new Cast(plan.seed(), plan.accounts());
        List<Customer> customers = populate(stage, setTraps(cast));
        campaign.play(stage, new Scene(plan.seed(), plan.days(), networks), cast, customers);
        stage.playUntil(Calendar.startOf(plan.days()));
        recorder.finish();
        return measures.stats();
    }

    private record TrapPart(Trap trap, Trap.Around around) {}

    private Map<Integer, TrapPart> setTraps(Cast cast) {
        List<Trap> traps = Traps.all().stream()
                .filter(trap -> plan.traps().contains(trap.id()))
                .toList();
        // However few accounts there are, some stay outside the traps.
        int most = Math.max(1, plan.accounts() / (traps.size() + 1));
        Map<Integer, TrapPart> parts = new HashMap<>();
        for (Trap trap : traps) {
            int wanted = Math.max(LEAST_IN_TRAP, (int) (plan.accounts() * trap.share()));
            List<Integer> numbers = cast.take("trap-" + trap.id(), Math.min(wanted, most), number -> true);
            Trap.Around around = new Trap.Around(networks, numbers.size());
            numbers.forEach(number -> parts.put(number, new TrapPart(trap, around)));
        }
        return parts;
    }

    private List<Customer> populate(Stage stage, Map<Integer, TrapPart> parts) {
        Population population = new Population(plan.seed(), plan.days(), plan.accounts(), networks);
        List<Customer> customers = new ArrayList<>();
        for (int number = 0; number < plan.accounts(); number++) {
            TrapPart part = parts.get(number);
            customers.add(part == null ? free(stage, population, number) : trapped(stage, population, number, part));
        }
        return customers;
    }

    private static Customer free(Stage stage, Population population, int number) {
        Customer customer = population.customer(number, UnaryOperator.identity());
        new Shopper(customer).enter(stage);
        return customer;
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
}
