package io.sekisho.server.decision;

import io.sekisho.engine.state.StateSink;
import java.util.ArrayList;
import java.util.List;

/** What an engine remembers, to be compared with what another does. */
final class StateTape implements StateSink {

    private final List<Object> cells = new ArrayList<>();

    List<Object> cells() {
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
}
