/** The walls of this module: which packages it may use, and which of its own may use which. */
@NullMarked
package io.sekisho.wire.walls;

import org.jspecify.annotations.NullMarked;
