/** The events and labels of the simulated shop as values, and their writing: what a file holds, in arrival order. */
@NullMarked
package io.sekisho.simulator.stream;

import org.jspecify.annotations.NullMarked;
