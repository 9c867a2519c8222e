/** Load at a fixed rate over HTTP, timed from the moment at which each request was due. */
@NullMarked
package io.sekisho.bench.load;

import org.jspecify.annotations.NullMarked;
