/** The walls of this module: which of its own modules may use which, and what the modules below must not know. */
@NullMarked
package io.sekisho.server.walls;

import org.jspecify.annotations.NullMarked;
