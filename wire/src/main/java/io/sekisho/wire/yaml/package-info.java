/** YAML with the place of every value, so that every problem can be shown where it stands. */
@NullMarked
package io.sekisho.wire.yaml;

import org.jspecify.annotations.NullMarked;
