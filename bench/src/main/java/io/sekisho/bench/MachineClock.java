package io.sekisho.bench;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clocks of this machine, read nowhere else in the module.
 *
 * @param wall the time of day
 * @param nanos for durations
 */
record MachineClock(InstantSource wall, LongSupplier nanos) {

    static MachineClock ofThisMachine() {
        return new MachineClock(InstantSource.system(), System::nanoTime);
    }
}
