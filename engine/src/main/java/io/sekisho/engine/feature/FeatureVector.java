package io.sekisho.engine.feature;

import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.FeatureValues;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of a plan's features at one event, in the plan's order; a feature that was not read is absent. */
public final class FeatureVector implements FeatureValues {

    private static final Absence[] ABSENCES = Absence.values();

    private final FeaturePlan plan;
    private final long[] bits;

    /** 0 where the value is present, else one more than the ordinal of the absence. */
    private final byte[] absent;

    private final @Nullable String[] texts;

    /** A vector of which every feature is absent. */
    public FeatureVector(FeaturePlan plan) {
        this.plan = plan;
        int size = plan.features().size();
        bits = new long[size];
        absent = new byte[size];
        texts = new String[size];
        clear();
    }

    public int size() {
        return bits.length;
    }

    public boolean isPresent(int index) {
        return absent[index] == 0;
    }

    /** Why the feature has no value. */
    public Absence absence(int index) {
        return ABSENCES[absent[index] - 1];
    }

    @Override
    public @Nullable Object objectAt(int index) {
        if (absent[index] != 0) {
            return null;
        }
        return switch (plan.features().get(index).resultKind()) {
            case WHOLE -> bits[index];
            case NUMBER -> Double.longBitsToDouble(bits[index]);
            case FLAG -> bits[index] != 0;
            case TEXT -> texts[index];
            case SPAN -> Duration.ofMillis(bits[index]);
        };
    }

    /** The whole number, the milliseconds, or the bits of the double. */
    public long bitsAt(int index) {
        return bits[index];
    }

    void clear() {
        Arrays.fill(absent, (byte) (Absence.EMPTY.ordinal() + 1));
    }

    /** The whole number, the milliseconds, or the bits of the double; a text is put by {@link #putText}. */
    public void put(int index, long value) {
        bits[index] = value;
        absent[index] = 0;
    }

    public void putText(int index, String text) {
        texts[index] = text;
        absent[index] = 0;
    }

    public void putAbsent(int index, Absence reason) {
        absent[index] = (byte) (reason.ordinal() + 1);
    }
}
