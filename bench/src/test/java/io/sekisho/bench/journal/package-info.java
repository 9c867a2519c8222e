/** Tests of the measurement of the journal. */
@NullMarked
package io.sekisho.bench.journal;

import org.jspecify.annotations.NullMarked;
