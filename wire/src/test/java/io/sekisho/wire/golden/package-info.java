/** Files that say what the tests expect. */
@NullMarked
package io.sekisho.wire.golden;

import org.jspecify.annotations.NullMarked;
