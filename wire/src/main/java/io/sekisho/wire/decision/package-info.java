/** Decisions as JSON. */
@NullMarked
package io.sekisho.wire.decision;

import org.jspecify.annotations.NullMarked;
