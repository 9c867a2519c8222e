/** Memory of what was seen: interned words, key tables, and the door through which it is saved and restored. */
@NullMarked
package io.sekisho.engine.state;

import org.jspecify.annotations.NullMarked;
