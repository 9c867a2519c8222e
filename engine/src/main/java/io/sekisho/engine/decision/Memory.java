package io.sekisho.engine.decision;

import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;

/** What the engine remembers of accounts beside the features. */
record Memory(FactorAges factors, RecentThings orders, RecentThings codes, Exemptions exemptions) {

    Memory() {
        this(new FactorAges(), new RecentThings(), new RecentThings(), new Exemptions());
    }

    void writeTo(StateSink sink) {
        factors.writeTo(sink);
        orders.writeTo(sink);
        codes.writeTo(sink);
        exemptions.writeTo(sink);
    }

    static Memory readFrom(StateSource source) {
        return new Memory(
                FactorAges.readFrom(source),
                RecentThings.readFrom(source),
                RecentThings.readFrom(source),
                Exemptions.readFrom(source));
    }
}
