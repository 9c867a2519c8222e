/** Keyed hashes in the place of personal texts: in events, in lists, in the literals of a policy. */
@NullMarked
package io.sekisho.wire.pseudonym;

import org.jspecify.annotations.NullMarked;
