/** Tests of what the feed changes in an event. */
@NullMarked
package io.sekisho.bench.feed;

import org.jspecify.annotations.NullMarked;
