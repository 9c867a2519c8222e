package io.sekisho.simulator.world;

import java.util.List;

/** An internet provider: the ranges it hands out. */
public record Provider(String name, List<Block> ranges) {
    public Provider {
        ranges = List.copyOf(ranges);
    }

    static Provider of(String name, String... cidrs) {
        return new Provider(name, List.of(cidrs).stream().map(Block::of).toList());
    }

    /**
     * A line of one household. An IPv4 address stays for weeks and changes when the line is renewed; an IPv6 line keeps
     * its /64 while the part behind it changes daily (RFC 8981).
     */
    public Network line(Dice dice) {
        Block block = dice.pick(ranges);
        long line = dice.bits();
        long lease = dice.between(20, 400) * Calendar.DAY;
        if (block.isV6()) {
            return (time, user) -> block.address(line, Dice.mix(line ^ time / Calendar.DAY));
        }
        return (time, user) -> block.address(Dice.mix(line ^ (time + Math.floorMod(line, lease)) / lease));
    }

    /** The exits that a whole region of customers shares; seldom busy ones come last. */
    public Network sharedExits(long region, int exits) {
        Block block = ranges.get((int) Math.floorMod(region, (long) ranges.size()));
        long first = Dice.mix(region * 31 + name.hashCode());
        return (time, user) -> block.address(Dice.mix(first + (long) (exits * user.fraction() * user.fraction())));
    }
}
