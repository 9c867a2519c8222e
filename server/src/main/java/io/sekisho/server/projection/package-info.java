/** Carries the journal into PostgreSQL, exactly once by sequence, and reads it there. */
@NullMarked
package io.sekisho.server.projection;

import org.jspecify.annotations.NullMarked;
