package io.sekisho.simulator.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The shop's time: Japan, which has no summer time. Moments are milliseconds since 1970, days are counted from day 1,
 * which has the number 0.
 */
public final class Calendar {
    public static final long SECOND = 1000;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /** Japan's offset from UTC. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(9);

    /** Day 1 of every simulation; a constant, so that the seed alone makes a stream what it is. */
    public static final LocalDate FIRST_DATE = LocalDate.of(2023, 9, 1);

    /** The first moment of day 1. */
    public static final long DAY_ONE =
            FIRST_DATE.atStartOfDay().toInstant(OFFSET).toEpochMilli();

    // Year-end gifts and New Year money in December and January, Valentine's and White Day, lean months after them.
    private static final double[] MONTHS = {1.06, 0.95, 1.03, 0.97, 0.98, 1.0, 1.04, 0.98, 0.97, 0.99, 1.04, 1.2};

    private Calendar() {}

    public static long startOf(int day) {
        return DAY_ONE + day * DAY;
    }

    public static LocalDate dateOf(int day) {
        return FIRST_DATE.plusDays(day);
    }

    /** Hour of the local day, 0 to 23. */
    public static int hourOf(long time) {
        return (int) Math.floorMod(Math.floorDiv(time - DAY_ONE, HOUR), 24L);
    }

    public static boolean isWeekend(int day) {
        return dateOf(day).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** How lively the shop is on a day, 1 being ordinary: weekends, paydays, the days of points and the season. */
    public static double liveliness(int day) {
        LocalDate date = dateOf(day);
        double weekend = isWeekend(day) ? 1.14 : 0.95;
        double payday = date.getDayOfMonth() >= 25 && date.getDayOfMonth() <= 27 ? 1.2 : 0.97;
        double pointDay = date.getDayOfMonth() % 5 == 0 ? 1.06 : 0.99;
        return weekend * payday * pointDay * MONTHS[date.getMonthValue() - 1];
    }
}
