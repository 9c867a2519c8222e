/** Root of the engine module. */
@NullMarked
package io.sekisho.engine;

import org.jspecify.annotations.NullMarked;
