/** Bytes to events: the schema checked, every problem named, card numbers kept out. */
@NullMarked
package io.sekisho.wire.event;

import org.jspecify.annotations.NullMarked;
