/** Writes notices down in the projection's transactions, and moves them on until somebody was told. */
@NullMarked
package io.sekisho.server.notice.outbox;

import org.jspecify.annotations.NullMarked;
