/** Figures and tables as a terminal shows them. */
@NullMarked
package io.sekisho.bench.text;

import org.jspecify.annotations.NullMarked;
