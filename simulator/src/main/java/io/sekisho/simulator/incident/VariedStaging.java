package io.sekisho.simulator.incident;

import io.sekisho.simulator.world.Browser;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Emails;
import io.sekisho.simulator.world.Ids;
import io.sekisho.simulator.world.Network;
import io.sekisho.simulator.world.Networks;

/** Everything that a case does not hang on, drawn by a seed. */
final class VariedStaging implements Staging {
    /** Sums differ by so much at most, in hundredths. */
    private static final int MOST_PERCENT = 10;

    private final String incident;
    private final long seed;
    private final long beginsMillis;
    private final Browser ownersBrowser;
    private final Browser attackersBrowser;
    private final Network home;
    private final Network hideout;

    VariedStaging(Incident incident, long seed) {
        this.incident = incident.id();
        this.seed = seed;
        Dice dice = dice("staging");
        long sinceMidnight = Math.floorMod(incident.beginsMillis() - Calendar.DAY_ONE, Calendar.DAY);
        beginsMillis = incident.beginsMillis() - sinceMidnight + dice.between(0, Calendar.DAY);
        ownersBrowser = Browser.ofCustomer(dice);
        attackersBrowser = Browser.ofAttacker(dice);
        Networks networks = new Networks(seed, 1);
        home = networks.homeProvider(dice).line(dice);
        hideout = hideout(networks, dice);
    }

    private static Network hideout(Networks networks, Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> networks.homeProvider(dice).line(dice);
            case 1 -> networks.mobile(networks.carrier(dice), networks.region(dice));
            case 2 -> networks.abroad(dice).network();
            default -> networks.hosting(dice);
        };
    }

    private Dice dice(String purpose) {
        return Dice.of(seed, incident + "/" + purpose, 0);
    }

    @Override
    public long beginsMillis() {
        return beginsMillis;
    }

    @Override
    public String id(Thing thing, String word) {
        return thing.draw(new Ids(dice(thing.word() + "/" + word)));
    }

    /** The same sum becomes the same sum: who buys eight equal codes still does. */
    @Override
    public long yen(long told) {
        long most = told * MOST_PERCENT / 100;
        return Math.max(1, told + dice("yen/" + told).between(-most, most + 1));
    }

    @Override
    public String email(String word) {
        return Emails.of(dice("email/" + word));
    }

    @Override
    public String userAgent(Who who) {
        return (who == Who.ATTACKER ? attackersBrowser : ownersBrowser).userAgent(Calendar.DAY_ONE);
    }

    @Override
    public String ip(Who who, long millis) {
        return (who == Who.ATTACKER ? hideout : home).address(millis, dice("ip/" + who.word() + millis));
    }
}
