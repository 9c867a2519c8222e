/** The lowest layer, which reaches up. */
@NullMarked
package io.sekisho.planted.event;

import org.jspecify.annotations.NullMarked;
