/** What each record of the journal changes in the rows of the tables. */
@NullMarked
package io.sekisho.server.projection.fold;

import org.jspecify.annotations.NullMarked;
