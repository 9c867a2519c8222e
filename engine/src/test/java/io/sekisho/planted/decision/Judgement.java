package io.sekisho.planted.decision;

import io.sekisho.planted.event.Happening;
import java.util.List;

/** Looks down, as it may; breaks nothing by itself. */
public record Judgement(List<Happening> happenings) {

    /** The root of how many there were. */
    public double weight() {
        return Math.sqrt(happenings.size());
    }
}
