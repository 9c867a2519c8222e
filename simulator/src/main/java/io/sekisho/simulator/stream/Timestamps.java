package io.sekisho.simulator.stream;

import io.sekisho.simulator.world.Calendar;

/** Moments as text: RFC 3339 in milliseconds with Japan's offset. */
public final class Timestamps {
    private static final char[] EMPTY = "0000-00-00T00:00:00.000+09:00".toCharArray();

    private Timestamps() {}

    public static String format(long time) {
        char[] text = EMPTY.clone();
        long local = Math.floorMod(time - Calendar.DAY_ONE, Calendar.DAY);
        var date = Calendar.dateOf((int) Math.floorDiv(time - Calendar.DAY_ONE, Calendar.DAY));
        put(text, 3, date.getYear());
        put(text, 6, date.getMonthValue());
        put(text, 9, date.getDayOfMonth());
        put(text, 12, local / Calendar.HOUR);
        put(text, 15, local / Calendar.MINUTE % 60);
        put(text, 18, local / Calendar.SECOND % 60);
        put(text, 22, local % Calendar.SECOND);
        return new String(text);
    }

    private static void put(char[] text, int last, long number) {
        for (int i = last; number > 0; i--, number /= 10) {
            text[i] = (char) ('0' + number % 10);
        }
    }
}
