package io.sekisho.wire.enrichment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

/**
 * Looks an IP address up: its country, its network and what that network is for.
 *
 * <p>Two binary searches over primitive arrays and no allocation, as answers are made once and kept: at most
 * {@value #KEPT} of them, the place decided by the answer's number, the newer one pushing out the older. An answer does
 * not depend on what is kept. Safe to share between threads.
 */
public final class NetworkTable {
    /** Most answers kept; a power of two. Traffic of one country meets a few hundred different ones. */
    private static final int KEPT = 8192;

    private final Countries countries;
    private final Operators operators;
    private final AtomicReferenceArray<Kept> kept = new AtomicReferenceArray<>(KEPT);

    private NetworkTable(Countries countries, Operators operators) {
        this.countries = countries;
        this.operators = operators;
    }

    /** The table that ships with the program, loaded at the first call. */
    public static NetworkTable shipped() {
        return Holder.TABLE;
    }

    static NetworkTable load(Shipped tables) {
        return new NetworkTable(
                tables.load(Countries.FILE, Countries::read, Countries::missing),
                tables.load(Operators.FILE, Operators::read, Operators::missing));
    }

    /** What is known of the address; an IPv4-mapped IPv6 address is its IPv4 address. */
    public Network lookup(CharSequence address) {
        long key = AddressKey.of(address);
        Optional<Network> special = SpecialRange.of(key);
        return special.isPresent() ? special.get() : known(key);
    }

    /** What is wrong with the tables and what to do about it; empty when all is well. */
    public List<String> problems() {
        return Stream.of(countries.edition(), operators.edition())
                .flatMap(edition -> edition.problem().stream())
                .toList();
    }

    Edition countriesEdition() {
        return countries.edition();
    }

    Edition operatorsEdition() {
        return operators.edition();
    }

    private Network known(long key) {
        int country = countries.table().find(key);
        int operator = operators.find(key);
        long number = (long) country << 32 | operator;
        int place = (operator * 31 + country) & (KEPT - 1);
        Kept before = kept.get(place);
        if (before != null && before.number == number) {
            return before.network;
        }
        Network network = new Network(countries.findings().get(country), operators.finding(operator));
        kept.set(place, new Kept(number, network));
        return network;
    }

    private record Kept(long number, Network network) {}

    private static final class Holder {
        static final NetworkTable TABLE = load(Shipped.TABLES);
    }
}
