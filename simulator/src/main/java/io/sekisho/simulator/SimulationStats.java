package io.sekisho.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures measured on a stream while it was written. Shares are of honest customers outside traps, from day 1 on, unless
 * a figure says otherwise.
 *
 * @param eventsByType how many events of each type were written, repeats apart
 */
public record SimulationStats(List<Figure> figures, Map<String, Long> eventsByType) {
    public SimulationStats {
        figures = List.copyOf(figures);
    }

    /**
     * A measured number.
     *
     * @param target bounds that it is meant to keep, null where there are none
     */
    public record Figure(
            String name, double value, @Nullable Bounds target) {
        /** Whether the target is kept; true where there is none. */
        public boolean isKept() {
            return target == null || target.hold(value);
        }
    }

    /** A closed interval. */
    public record Bounds(double low, double high) {
        boolean hold(double value) {
            return value >= low && value <= high;
        }
    }

    /** The value of a figure. */
    public double value(String name) {
        return figures.stream()
                .filter(figure -> figure.name.equals(name))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no figure \"" + name + "\""));
    }

    /** A table for people: figure, measured, target, and a mark where the target is missed. */
    public String table() {
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%-57s %12s  %s%n", "figure", "measured", "target"));
        for (Figure figure : figures) {
            text.append(row(figure));
        }
        eventsByType.forEach((type, count) -> text.append(String.format(Locale.ROOT, "  %-55s %12d%n", type, count)));
        return text.toString();
    }

    private static String row(Figure figure) {
        Bounds bounds = figure.target;
        String target = bounds == null ? "" : "  " + number(bounds.low) + " to " + number(bounds.high);
        String missed = figure.isKept() ? "" : "  missed";
        return String.format(Locale.ROOT, "%-57s %12s%s%s%n", figure.name, number(figure.value), target, missed);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) >= 1
                ? String.format(Locale.ROOT, "%d", (long) value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
