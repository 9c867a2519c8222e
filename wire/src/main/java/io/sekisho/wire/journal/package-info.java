/** The append-only journal and the checkpoints beside it. */
@NullMarked
package io.sekisho.wire.journal;

import org.jspecify.annotations.NullMarked;
