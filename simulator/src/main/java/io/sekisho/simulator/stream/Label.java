package io.sekisho.simulator.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of an event, an order, an account or a code.
 *
 * @param kind event, order, account or code
 * @param value stored value and resale goods at stake, in yen; null where none is told
 * @param attackerHolds factors that the attacker commands; empty where none is told
 */
public record Label(
        String kind, String about, Truth truth, @Nullable Long value, List<String> attackerHolds) {
    public Label {
        attackerHolds = List.copyOf(attackerHolds);
    }

    /** What is true, and of which scenario or trap it is part. */
    public sealed interface Truth {
        /** An attacker did it. */
        record Takeover(Origin.Attack attack) implements Truth {}

        /** Honest, although it may look suspicious. */
        record Trapped(String trap) implements Truth {}
    }

    /** The label of something that an attacker did. */
    public static Label takeover(String kind, String about, Origin.Attack attack) {
        return new Label(kind, about, new Truth.Takeover(attack), null, List.of());
    }

    /** The label of something honest in a trap. */
    public static Label trapped(String kind, String about, String trap) {
        return new Label(kind, about, new Truth.Trapped(trap), null, List.of());
    }

    public Label worth(long yen) {
        return new Label(kind, about, truth, yen, attackerHolds);
    }

    public Label holding(List<String> factors) {
        return new Label(kind, about, truth, value, factors);
    }
}
