/** The first module. */
@NullMarked
package io.sekisho.server.walls.planted.platform;

import org.jspecify.annotations.NullMarked;
