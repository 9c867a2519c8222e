/** Holds the starter policy against the documented incidents. */
@NullMarked
package io.sekisho.cli.incident;

import org.jspecify.annotations.NullMarked;
