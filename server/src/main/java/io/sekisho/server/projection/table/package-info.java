/** The tables of the projection, column by column, and what a row of each holds. */
@NullMarked
package io.sekisho.server.projection.table;

import org.jspecify.annotations.NullMarked;
