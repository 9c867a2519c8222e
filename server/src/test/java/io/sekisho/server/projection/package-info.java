/** Tests of the projection, with a real PostgreSQL and streams of the simulator. */
@NullMarked
package io.sekisho.server.projection;

import org.jspecify.annotations.NullMarked;
