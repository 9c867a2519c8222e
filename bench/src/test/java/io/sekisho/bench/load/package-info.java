/** Tests of the load generator, over loopback but in a time of their own. */
@NullMarked
package io.sekisho.bench.load;

import org.jspecify.annotations.NullMarked;
