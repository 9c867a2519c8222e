/** Events of a file as requests: fresh ids, times moved up to now. */
@NullMarked
package io.sekisho.bench.feed;

import org.jspecify.annotations.NullMarked;
