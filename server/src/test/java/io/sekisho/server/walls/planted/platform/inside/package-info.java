/** What is the first module's own affair. */
@NullMarked
package io.sekisho.server.walls.planted.platform.inside;

import org.jspecify.annotations.NullMarked;
