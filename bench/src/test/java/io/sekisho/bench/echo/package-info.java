/** Tests of the baseline server. */
@NullMarked
package io.sekisho.bench.echo;

import org.jspecify.annotations.NullMarked;
