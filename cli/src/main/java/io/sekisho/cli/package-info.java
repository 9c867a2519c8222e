/** Root of the cli module. */
@NullMarked
package io.sekisho.cli;

import org.jspecify.annotations.NullMarked;
