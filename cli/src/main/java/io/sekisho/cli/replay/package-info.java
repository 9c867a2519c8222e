/** Deciding a file of events offline, with the same engine as live. */
@NullMarked
package io.sekisho.cli.replay;

import org.jspecify.annotations.NullMarked;
