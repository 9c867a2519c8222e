/** Documented incidents: short stories, told as the events that the shop would have sent. */
@NullMarked
package io.sekisho.simulator.incident;

import org.jspecify.annotations.NullMarked;
