/** Root of the wire module. */
@NullMarked
package io.sekisho.wire;

import org.jspecify.annotations.NullMarked;
