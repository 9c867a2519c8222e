/** The highest layer, which may use all others. */
@NullMarked
package io.sekisho.planted.decision;

import org.jspecify.annotations.NullMarked;
