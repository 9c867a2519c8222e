/** A module that is not in the order. */
@NullMarked
package io.sekisho.server.walls.planted.stray;

import org.jspecify.annotations.NullMarked;
