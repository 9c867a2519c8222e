/** Rounds of load against a server and the echo beside it, and what they tell. */
@NullMarked
package io.sekisho.bench.http;

import org.jspecify.annotations.NullMarked;
