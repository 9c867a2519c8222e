package io.sekisho.simulator.shop;

import io.sekisho.simulator.stream.Address;
import io.sekisho.simulator.world.Browser;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Emails;
import io.sekisho.simulator.world.Hours;
import io.sekisho.simulator.world.Ids;
import io.sekisho.simulator.world.Networks;
import io.sekisho.simulator.world.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Makes the shop's customers, each from dice of its own. */
public final class Population {
    private static final Weighted<List<String>> METHODS = Weighted.of(45, List.of("password"))
            .or(30, List.of("password", "sms"))
            .or(8, List.of("password", "totp"))
            .or(7, List.of("passkey"))
            .or(6, List.of("app"))
            .or(4, List.of("federated"));

    private final long seed;
    private final int daysPlayed;
    private final Networks networks;
    private final List<String> popular = new ArrayList<>();

    public Population(long seed, int daysPlayed, int accounts, Networks networks) {
        this.seed = seed;
        this.daysPlayed = daysPlayed;
        this.networks = networks;
        Dice dice = Dice.of(seed, "popular", 0);
        for (int i = 0; i < Math.max(5, accounts / 40); i++) {
            popular.add(Emails.of(dice));
        }
    }

    /** Makes the customer of a number; {@code alteration} may change the profile that was drawn. */
    public Customer customer(int number, UnaryOperator<Profile> alteration) {
        Dice dice = Dice.of(seed, "customer", number);
        Ids ids = new Ids(Dice.of(seed, "ids", number));
        Profile profile = alteration.apply(Profile.draw(daysPlayed, number, dice));
        Tongue tongue = Tongue.ofCustomer(dice);
        var belongings = new Customer.Belongings(
                devices(tongue, profile.createdAt(), dice, ids),
                new Whereabouts(networks, daysPlayed, dice),
                new Wallet(dice, ids),
                recipients(profile, dice),
                address(dice, ids));
        double looks = Math.min(0.195 * dice.spread(0.5), 1);
        var manner = new Customer.Manner(Hours.of(dice), METHODS.pick(dice), looks, dice.spread(0.35), tongue);
        return new Customer(number, profile, belongings, manner, new Customer.Drive(dice, ids));
    }

    private static List<Device> devices(Tongue tongue, long since, Dice dice, Ids ids) {
        List<Device> devices = new ArrayList<>();
        do {
            devices.add(new Device(ids.device(), Browser.ofCustomer(dice), tongue, since));
        } while (devices.size() < 4 && dice.chance(0.38));
        return devices;
    }

    private Recipients recipients(Profile profile, Dice dice) {
        Recipients recipients = new Recipients(Emails.of(dice), popular);
        if (profile.boughtGifts()) {
            do {
                recipients.meet(dice);
            } while (recipients.known().size() < 5 && dice.chance(0.33));
        }
        return recipients;
    }

    static Address address(Dice dice, Ids ids) {
        String postalCode = String.format(Locale.ROOT, "%03d-%04d", 1 + dice.below(989), dice.below(9000));
        return new Address(ids.address(), postalCode);
    }
}
