package io.sekisho.simulator.attack;

import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.shop.Device;
import io.sekisho.simulator.shop.Tongue;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.world.Abroad;
import io.sekisho.simulator.world.Browser;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Ids;
import io.sekisho.simulator.world.Network;
import io.sekisho.simulator.world.Networks;
import io.sekisho.simulator.world.Weighted;

/** Whoever sits at the other end of a stolen account: a device and a way into the internet. */
record Intruder(Device device, Network network, String timezone) {
    private static final Weighted<Tongue> TONGUES = Weighted.of(45, Tongue.JAPANESE)
            .or(25, Tongue.ENGLISH)
            .or(20, Tongue.CHINESE)
            .or(10, Tongue.VIETNAMESE);
    /** Somebody who comes from a rented server or from abroad. */
    static Intruder stranger(Networks networks, long since, Dice dice, Ids ids) {
        Abroad place = networks.abroad(dice);
        Network network = dice.chance(0.6) ? networks.hosting(dice) : place.network();
        Device device = new Device(ids.device(), Browser.ofAttacker(dice), TONGUES.pick(dice), since);
        return new Intruder(device, network, dice.chance(0.5) ? "Asia/Tokyo" : place.timezone());
    }

    /** Somebody who hides behind a line of the victim's own provider and speaks the victim's language. */
    static Intruder neighbourOf(Customer victim, long since, Dice dice, Ids ids) {
        Device device = new Device(ids.device(), Browser.ofCustomer(dice), victim.tongue(), since);
        return new Intruder(device, victim.neighbour(dice), "Asia/Tokyo");
    }

    Connection connect(Stage stage, String session, Dice dice) {
        long now = stage.now();
        return new Connection(session, device.client(now, timezone), network.address(now, dice));
    }
}
