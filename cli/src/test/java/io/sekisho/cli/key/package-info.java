/** Tests of the command {@code key} as a whole. */
@NullMarked
package io.sekisho.cli.key;

import org.jspecify.annotations.NullMarked;
