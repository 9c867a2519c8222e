/** The last module. */
@NullMarked
package io.sekisho.server.walls.planted.projection;

import org.jspecify.annotations.NullMarked;
