/** The machines' door: decisions and events over HTTP, never blocking. */
@NullMarked
package io.sekisho.server.gate;

import org.jspecify.annotations.NullMarked;
