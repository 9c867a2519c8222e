/** A module in its place. */
@NullMarked
package io.sekisho.server.walls.planted.audit;

import org.jspecify.annotations.NullMarked;
