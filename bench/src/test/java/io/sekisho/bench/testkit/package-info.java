/** Servers that answer as a test says, and clocks that stand until they are moved. */
@NullMarked
package io.sekisho.bench.testkit;

import org.jspecify.annotations.NullMarked;
