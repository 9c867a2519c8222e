package io.sekisho.engine.testkit;

import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.util.ArrayList;
import java.util.List;

/** State kept in memory; what is taken must be of the kind that was put at that place. */
public final class StateTape implements StateSink, StateSource {

    private final List<Object> cells = new ArrayList<>();
    private int next;

    public int size() {
        return cells.size();
    }

    /** True where everything that was put has been taken. */
    public boolean isFinished() {
        return next == cells.size();
    }

    /** The cells, to compare two states. */
    public List<Object> cells() {
        return List.copyOf(cells);
    }

    @Override
    public void putInt(int value) {
        cells.add(value);
    }

    @Override
    public void putLong(long value) {
        cells.add(value);
    }

    @Override
    public void putText(String value) {
        cells.add(value);
    }

    @Override
    public int takeInt() {
        return (Integer) cells.get(next++);
    }

    @Override
    public long takeLong() {
        return (Long) cells.get(next++);
    }

    @Override
    public String takeText() {
        return (String) cells.get(next++);
    }
}
