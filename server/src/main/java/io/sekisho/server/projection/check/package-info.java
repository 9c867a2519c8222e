/** The same tables derived naively from the journal, and the comparison with what PostgreSQL holds. */
@NullMarked
package io.sekisho.server.projection.check;

import org.jspecify.annotations.NullMarked;
