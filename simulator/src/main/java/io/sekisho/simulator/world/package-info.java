/** What surrounds every actor: dice, identifiers, the calendar, networks and browsers. */
@NullMarked
package io.sekisho.simulator.world;

import org.jspecify.annotations.NullMarked;
