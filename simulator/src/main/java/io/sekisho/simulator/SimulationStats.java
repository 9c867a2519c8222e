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
     * @param margin two standard errors of a share, as if its cases were independent; 0 for counts
     * @param target bounds that it is meant to keep, null where there are none
     */
    public record Figure(
            String name,
            double value,
            double margin,
            @Nullable Bounds target) {
        /** Whether the target is kept, or missed by no more than chance in a stream of this size; true without target. */
        public boolean isKept() {
            return target == null || target.hold(value, margin);
        }
    }

    /** A closed interval. */
    public record Bounds(double low, double high) {
        boolean hold(double value, double margin) {
            return value >= low - margin && value <= high + margin;
        }
    }

    private static final String ROW = "%-57s %12s %-9s  %s%n";

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
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, ROW, "figure", "measured", "", "target"));
        for (Figure figure : figures) {
            text.append(row(figure));
        }
        eventsByType.forEach((type, count) -> text.append(String.format(Locale.ROOT, "  %-55s %12d%n", type, count)));
        return text.toString();
    }

    private static String row(Figure figure) {
        Bounds bounds = figure.target;
        String target = bounds == null ? "" : number(bounds.low) + " to " + number(bounds.high);
        String missed = figure.isKept() ? "" : "  missed";
        String margin = figure.margin == 0 ? "" : String.format(Locale.ROOT, "+-%.4f", figure.margin);
        return String.format(Locale.ROOT, ROW, figure.name, number(figure.value), margin, target + missed)
                .replaceAll(" +(\\R)$", "$1");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) >= 1
                ? String.format(Locale.ROOT, "%d", (long) value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
