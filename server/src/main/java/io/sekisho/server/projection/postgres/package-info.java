/** The projection's tables in PostgreSQL: rows loaded, copied and merged, months made and dropped. */
@NullMarked
package io.sekisho.server.projection.postgres;

import org.jspecify.annotations.NullMarked;
