package io.sekisho.bench.load;

import java.util.Locale;

/** How fast requests are sent. */
public sealed interface Pace {

    /** More than any machine of today answers; beyond it an interval would have fewer than 100 nanoseconds. */
    double MOST_PER_SECOND = 10_000_000;

    /** At even intervals, whether the answers come or not. */
    record Fixed(double perSecond) implements Pace {

        public Fixed {
            boolean isUsable = perSecond > 0 && perSecond <= MOST_PER_SECOND;
            if (!isUsable) {
                throw new IllegalArgumentException(
                        "A rate is above 0 and at most 10000000 requests a second, or max; this is " + perSecond);
            }
        }
    }

    /** Each connection sends as soon as it has its answer: finds the most that is answered, and hides what waits. */
    record Saturating() implements Pace {}

    /** A number of requests a second, or {@code max}. */
    static Pace parse(String text) {
        if (text.toLowerCase(Locale.ROOT).equals("max")) {
            return new Saturating();
        }
        try {
            return new Fixed(Double.parseDouble(text));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("A rate is a number of requests a second, or max", noNumber);
        }
    }
}
