package io.sekisho.simulator.attack;

import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Emails;
import io.sekisho.simulator.world.Ids;
import java.util.ArrayList;
import java.util.List;

/** S01, the article: a probe, then gift codes within the hour, each order hidden at once. */
final class GiftCardTakeover implements Scenario {
    private static final int RING_DEVICES = 3;
    private static final int RING_RECIPIENTS = 2;
    private static final long RING_SPAN = 3 * Calendar.HOUR;

    /** From signing in to the last order, at the ordinary pace. */
    private static final long LONGEST = 80 * Calendar.MINUTE;

    /** Between the last order and the victim's noticing. */
    private static final long SOONEST = 2 * Calendar.HOUR;

    private static final long LATEST = 48 * Calendar.HOUR;

    @Override
    public String id() {
        return "S01";
    }

    @Override
    public String summary() {
        return "valid password and SMS code from a new device, a 530-yen probe, then 5-10 gift codes within the hour to a"
                + " new recipient, each order hidden within seconds";
    }

    @Override
    public List<Variant> variants() {
        return List.of(Variant.values());
    }

    @Override
    public void play(Stage stage, Scene scene, Variant variant, List<Customer> victims) {
        if (variant == Variant.C) {
            playRing(stage, scene, victims);
            return;
        }
        for (Customer victim : victims) {
            Dice dice = Dice.of(scene.seed(), id(), victim.number());
            Ids ids = new Ids(Dice.of(scene.seed(), id() + "-ids", victim.number()));
            long opening = scene.opening(dice);
            Intruder intruder = variant == Variant.B
                    ? Intruder.neighbourOf(victim, opening, dice, ids)
                    : Intruder.stranger(scene.networks(), opening, dice, ids);
            Haul haul = Haul.ofOneAccount(dice);
            raid(victim, variant, opening, dice, ids).play(stage, intruder, haul);
        }
    }

    private Raid raid(Customer victim, Variant variant, long opening, Dice dice, Ids ids) {
        long knownAt = opening + variant.slowness() * LONGEST + dice.logUniform(SOONEST, LATEST);
        return new Raid(victim, new Raid.Terms(id(), variant, opening, knownAt), dice, ids);
    }

    private void playRing(Stage stage, Scene scene, List<Customer> victims) {
        int leader = victims.getFirst().number();
        Dice dice = Dice.of(scene.seed(), id() + "-ring", leader);
        Ids ids = new Ids(Dice.of(scene.seed(), id() + "-ring-ids", leader));
        long opening = scene.opening(dice);
        List<Intruder> intruders = new ArrayList<>();
        for (int i = 0; i < RING_DEVICES; i++) {
            intruders.add(Intruder.stranger(scene.networks(), opening, dice, ids));
        }
        List<String> recipients = new ArrayList<>();
        for (int i = 0; i < RING_RECIPIENTS; i++) {
            recipients.add(Emails.of(dice));
        }
        for (Customer victim : victims) {
            Haul haul = Haul.ofRing(recipients, dice);
            raid(victim, Variant.C, opening + dice.between(0, RING_SPAN), dice, ids)
                    .play(stage, dice.pick(intruders), haul);
        }
    }
}
