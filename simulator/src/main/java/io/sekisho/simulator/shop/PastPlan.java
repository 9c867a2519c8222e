package io.sekisho.simulator.shop;

import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Hours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's condensed past before day 1: when each device, card and recipient was first used, and some use after.
 *
 * <p>It covers the last 31 to 180 days before day 1, or the time since registration where that is shorter. Everything
 * usual is introduced in the first four weeks of it, while a decision engine still lacks the thirty days of history that
 * make "new" mean something: so a usual device never looks new, in the past or later.
 *
 * @param start first moment that it covers
 * @param visits by time
 */
record PastPlan(long start, List<Visit> visits) {
    private static final long INTRODUCTION = 27 * Calendar.DAY;

    /** What is done in a visit of the past beside logging in. */
    enum Kind {
        LOOK,
        GOODS,
        GIFT
    }

    /** A visit: which device, and which card or recipient in the order they have. */
    record Visit(long time, Kind kind, int device, int with) {
        /** The same on that day at an hour of the customer's, never before the start or after day 1. */
        Visit atUsualHour(long start, Hours hours, Dice dice) {
            long midnight = time - Math.floorMod(time - Calendar.DAY_ONE, Calendar.DAY);
            long moment = midnight + hours.moment(dice);
            return new Visit(moment > start ? moment : time, kind, device, with);
        }
    }

    static PastPlan of(Profile profile, Customer.Belongings has, Hours hours, Dice dice) {
        long registered = profile.createdAt();
        long span = Math.min(Calendar.DAY_ONE - registered, dice.between(31, 180) * Calendar.DAY);
        if (span < 2 * Calendar.DAY) {
            return new PastPlan(registered, List.of());
        }
        long start = Calendar.DAY_ONE - span;
        List<Visit> visits = new ArrayList<>();
        introduce(visits, has, start, Math.min(INTRODUCTION, span / 2), dice);
        useLater(visits, has, start + Math.min(INTRODUCTION, span / 2), dice);
        visits.replaceAll(visit -> visit.atUsualHour(start, hours, dice));
        visits.sort(Comparator.comparingLong(Visit::time));
        return new PastPlan(start, List.copyOf(visits));
    }

    private static void introduce(List<Visit> visits, Customer.Belongings has, long start, long length, Dice dice) {
        int devices = has.devices().size();
        int gifts = has.recipients().known().size();
        int cards = has.wallet().cards().size();
        for (int i = 0; i < Math.max(devices, cards); i++) {
            Kind kind = i < cards ? Kind.GOODS : Kind.LOOK;
            visits.add(new Visit(start + dice.between(0, length), kind, i % devices, i % cards));
        }
        for (int i = 0; i < gifts; i++) {
            visits.add(new Visit(start + dice.between(0, length), Kind.GIFT, dice.below(devices), i));
        }
    }

    private static void useLater(List<Visit> visits, Customer.Belongings has, long from, Dice dice) {
        for (int i = 0; i < has.devices().size(); i++) {
            visits.add(new Visit(dice.between(from, Calendar.DAY_ONE), Kind.LOOK, i, 0));
        }
        int more = dice.poisson(1.0);
        for (int i = 0; i < more; i++) {
            Kind kind = dice.chance(0.4) ? Kind.GOODS : Kind.LOOK;
            visits.add(new Visit(dice.between(from, Calendar.DAY_ONE), kind, 0, 0));
        }
    }

    int orders() {
        return (int) visits.stream().filter(visit -> visit.kind != Kind.LOOK).count();
    }

    int gifts() {
        return (int) visits.stream().filter(visit -> visit.kind == Kind.GIFT).count();
    }

    /** The newest order before day 1, null where there is none. */
    @Nullable
    Long lastOrderAt() {
        return visits.stream()
                .filter(visit -> visit.kind != Kind.LOOK)
                .map(Visit::time)
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
