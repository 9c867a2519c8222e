/**
 * A believable shop, its attackers and its traps, as a labelled, seeded stream of events. {@link
 * io.sekisho.simulator.Simulation} is the way in; it uses {@code shop}, {@code attack} and {@code trap}, which all play
 * on the {@code stage}.
 */
@NullMarked
package io.sekisho.simulator;

import org.jspecify.annotations.NullMarked;
