/** Types that break the walls on purpose. */
@NullMarked
package io.sekisho.server.walls.planted;

import org.jspecify.annotations.NullMarked;
