package io.sekisho.cli.demo;

import java.time.InstantSource;

/**
 * The shop's time: it begins in the past and runs faster than the world's until it has caught up; never ahead of it.
 *
 * @param speed seconds of the shop in one of the world
 */
record ShopClock(InstantSource world, long startedMillis, long beginMillis, double speed) {

    static ShopClock starting(InstantSource world, long beginMillis, double speed) {
        return new ShopClock(world, world.millis(), beginMillis, speed);
    }

    /** How long it takes until then, in milliseconds of the world; 0 where it is past. */
    long millisUntil(long shopMillis) {
        long due = startedMillis + (long) ((shopMillis - beginMillis) / speed);
        return Math.max(0, Math.max(due, shopMillis) - world.millis());
    }
}
