/** Root of the simulator module. */
@NullMarked
package io.sekisho.simulator;

import org.jspecify.annotations.NullMarked;
