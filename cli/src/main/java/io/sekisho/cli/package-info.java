/** The commands of {@code ./sekisho}: thin shells over wire, engine and simulator. */
@NullMarked
package io.sekisho.cli;

import org.jspecify.annotations.NullMarked;
