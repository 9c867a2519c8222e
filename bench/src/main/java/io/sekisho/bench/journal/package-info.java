/** What the journal's group commit costs beside a plain append and sync. */
@NullMarked
package io.sekisho.bench.journal;

import org.jspecify.annotations.NullMarked;
