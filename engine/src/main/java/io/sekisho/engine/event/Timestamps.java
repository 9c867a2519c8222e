package io.sekisho.engine.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** RFC 3339 times with an offset, to the millisecond. Stateless. */
public final class Timestamps {

    private static final int SHORTEST = "2023-09-13T02:14:05Z".length();

    /** RFC 3339 knows the years from 0000 to 9999; what lies outside is told as their first or last second. */
    private static final long FIRST_SECOND = LocalDate.of(0, 1, 1).toEpochDay() * 86_400;

    private static final long LAST_SECOND = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400 - 1;

    /** As far as java.time goes; no clock on earth is set farther off. */
    private static final int MOST_OFFSET_SECONDS = 18 * 3600;

    private Timestamps() {}

    /** A point in time and the offset in which it was told. */
    public record Timestamp(long millis, int offsetSeconds) {}

    /** The time, finer parts than milliseconds cut off; nothing for anything that RFC 3339 does not allow. */
    public static Optional<Timestamp> parse(String text) {
        if (text.length() < SHORTEST || !hasShape(text)) {
            return Optional.empty();
        }
        int fractionEnd = text.charAt(19) == '.' ? endOfDigits(text, 20) : 19;
        if (fractionEnd == 20) {
            return Optional.empty();
        }
        int offset = offsetSeconds(text, fractionEnd);
        long seconds = epochSeconds(text);
        if (offset == Integer.MIN_VALUE || seconds == Long.MIN_VALUE) {
            return Optional.empty();
        }
        return Optional.of(new Timestamp((seconds - offset) * 1000 + millis(text, fractionEnd), offset));
    }

    /** The time as RFC 3339 at that offset; milliseconds only where there are any. */
    public static String format(long millis, int offsetSeconds) {
        long local = Math.clamp(Math.floorDiv(millis, 1000L) + offsetSeconds, FIRST_SECOND, LAST_SECOND);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(local, 86_400L));
        int second = (int) Math.floorMod(local, 86_400L);
        StringBuilder text = new StringBuilder(29);
        pad(text, date.getYear(), 4).append('-');
        pad(text, date.getMonthValue(), 2).append('-');
        pad(text, date.getDayOfMonth(), 2).append('T');
        pad(text, second / 3600, 2).append(':');
        pad(text, second / 60 % 60, 2).append(':');
        pad(text, second % 60, 2);
        int fraction = (int) Math.floorMod(millis, 1000L);
        if (fraction > 0) {
            pad(text.append('.'), fraction, 3);
        }
        return appendOffset(text, offsetSeconds).toString();
    }

    private static boolean hasShape(String text) {
        char t = text.charAt(10);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (t == 'T' || t == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static long epochSeconds(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean isClock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        if (year < 0 || month < 1 || day < 1 || !isClock) {
            return Long.MIN_VALUE;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second;
        } catch (DateTimeException noSuchDay) {
            return Long.MIN_VALUE;
        }
    }

    private static int millis(String text, int fractionEnd) {
        int millis = 0;
        for (int i = 20; i < 23; i++) {
            millis = millis * 10 + (i < fractionEnd ? text.charAt(i) - '0' : 0);
        }
        return millis;
    }

    private static int offsetSeconds(String text, int at) {
        boolean isZulu = text.length() == at + 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z');
        if (isZulu) {
            return 0;
        }
        boolean isShaped = text.length() == at + 6 && text.charAt(at + 3) == ':';
        int hour = isShaped ? number(text, at + 1, at + 3) : -1;
        int minute = isShaped ? number(text, at + 4, at + 6) : -1;
        int seconds = hour * 3600 + minute * 60;
        if (hour < 0 || minute < 0 || minute > 59 || seconds > MOST_OFFSET_SECONDS) {
            return Integer.MIN_VALUE;
        }
        return switch (text.charAt(at)) {
            case '+' -> seconds;
            case '-' -> -seconds;
            default -> Integer.MIN_VALUE;
        };
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return Math.min(at, text.length() - 1);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static StringBuilder appendOffset(StringBuilder text, int offsetSeconds) {
        if (offsetSeconds == 0) {
            return text.append('Z');
        }
        int minutes = Math.abs(offsetSeconds) / 60;
        pad(text.append(offsetSeconds < 0 ? '-' : '+'), minutes / 60, 2).append(':');
        return pad(text, minutes % 60, 2);
    }

    private static StringBuilder pad(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        return text.repeat('0', width - digits.length()).append(digits);
    }
}
