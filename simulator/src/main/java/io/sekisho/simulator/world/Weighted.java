package io.sekisho.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** Choices with weights, of which dice pick one. */
public final class Weighted<T> {
    private final List<T> choices = new ArrayList<>();
    private final List<Double> upTo = new ArrayList<>();
    private double total;

    private Weighted() {}

    /** Starts with one choice; more follow by {@link #or}. */
    public static <T> Weighted<T> of(double weight, T choice) {
        return new Weighted<T>().or(weight, choice);
    }

    public Weighted<T> or(double weight, T choice) {
        total += weight;
        choices.add(choice);
        upTo.add(total);
        return this;
    }

    public T pick(Dice dice) {
        double point = dice.fraction() * total;
        int i = 0;
        while (i < choices.size() - 1 && point >= upTo.get(i)) {
            i++;
        }
        return choices.get(i);
    }
}
