/** The walls of this module: which packages it may use, and which of its own may use which. */
@NullMarked
package io.sekisho.simulator.walls;

import org.jspecify.annotations.NullMarked;
