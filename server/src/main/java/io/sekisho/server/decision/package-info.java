/** The one thread that decides, the journal that makes it durable, and the handler that both doors share. */
@NullMarked
package io.sekisho.server.decision;

import org.jspecify.annotations.NullMarked;
