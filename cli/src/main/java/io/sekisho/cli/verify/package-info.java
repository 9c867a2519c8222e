/** The command {@code verify}. */
@NullMarked
package io.sekisho.cli.verify;

import org.jspecify.annotations.NullMarked;
