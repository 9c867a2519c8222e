/** The last module. */
@NullMarked
package io.sekisho.server.walls.planted.label;

import org.jspecify.annotations.NullMarked;
