/** The command {@code key}: makes, lists and revokes API keys in a data folder. */
@NullMarked
package io.sekisho.cli.key;

import org.jspecify.annotations.NullMarked;
