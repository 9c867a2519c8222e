/** The clock of the simulation: actors take their steps in time order, tell their events and may hear the answer. */
@NullMarked
package io.sekisho.simulator.stage;

import org.jspecify.annotations.NullMarked;
