package io.sekisho.simulator.shop;

import io.sekisho.simulator.stage.Voice;
import io.sekisho.simulator.stream.AccountPast;
import io.sekisho.simulator.stream.Address;
import io.sekisho.simulator.stream.Origin;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Hours;
import io.sekisho.simulator.world.Ids;
import io.sekisho.simulator.world.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the shop: an account and the person behind it.
 *
 * <p>Mutable; everything in it is driven by its own dice, so that no other account and no attack changes what it does.
 */
public final class Customer {
    private final int number;
    private final String account;
    private final Profile profile;
    private final Belongings belongings;
    private final Manner manner;
    private final PastPlan pastPlan;
    private final Voice voice;
    private @Nullable Mark mark;

    /** What somebody has: devices, cards, a home. */
    record Belongings(List<Device> devices, Whereabouts places, Wallet wallet, Recipients recipients, Address home) {}

    /**
     * How somebody behaves.
     *
     * @param methods how they sign in
     * @param looksPerDay visits without an order, on an ordinary day
     */
    record Manner(Hours hours, List<String> methods, double looksPerDay, double priceLevel, Tongue tongue) {}

    /** How somebody is driven: by dice of their own. */
    record Drive(Dice dice, Ids ids) {}

    private final Drive drive;

    Customer(int number, Profile profile, Belongings belongings, Manner manner, Drive drive) {
        this.number = number;
        this.profile = profile;
        this.belongings = belongings;
        this.manner = manner;
        this.drive = drive;
        account = drive.ids.account();
        pastPlan = PastPlan.of(profile, belongings, manner.hours, drive.dice);
        voice = new Voice(account, past(), drive.ids, Origin.HONEST);
    }

    private AccountPast past() {
        if (profile.createdAt() >= Calendar.DAY_ONE) {
            return new AccountPast(profile.createdAt(), 0, 0, null);
        }
        long days = (Calendar.DAY_ONE - profile.createdAt()) / Calendar.DAY;
        double lifetime = days * profile.ordersPerDay() * (0.5 + 0.5 * drive.dice.fraction());
        int orders = Math.max(pastPlan.orders(), (int) lifetime);
        int gifts = Math.max(pastPlan.gifts(), (int) (profile.boughtGifts() ? orders * profile.giftShare() : 0));
        return new AccountPast(profile.createdAt(), orders, gifts, pastPlan.lastOrderAt());
    }

    public int number() {
        return number;
    }

    public String account() {
        return account;
    }

    public Profile profile() {
        return profile;
    }

    public Voice voice() {
        return voice;
    }

    public Wallet wallet() {
        return belongings.wallet;
    }

    public Address home() {
        return belongings.home;
    }

    public Tongue tongue() {
        return manner.tongue;
    }

    /** The device that this customer uses most. */
    public Device mainDevice() {
        return belongings.devices.getFirst();
    }

    /** The address under which this customer is at a moment with that device; the caller's dice are drawn. */
    public String addressAt(long time, Device device, Dice dice) {
        return belongings.places.at(time, device, dice).address(time, dice);
    }

    /** A network of the same provider or carrier in the same region. */
    public Network neighbour(Dice dice) {
        return belongings.places.neighbour(dice);
    }

    /** Whether the account has been used for a month before day 1. */
    public boolean isSettled() {
        return profile.createdAt() < Calendar.DAY_ONE - 31 * Calendar.DAY;
    }

    /** Counts what this customer does in a trap. */
    public void mark(Mark trap) {
        mark = trap;
    }

    public @Nullable Mark mark() {
        return mark;
    }

    /** Leads most of this customer's connections through one crowded exit. */
    public void crowd(Network exit) {
        belongings.places.crowd(exit);
    }

    Belongings has() {
        return belongings;
    }

    Manner manner() {
        return manner;
    }

    Dice dice() {
        return drive.dice;
    }

    Ids ids() {
        return drive.ids;
    }

    PastPlan pastPlan() {
        return pastPlan;
    }
}
