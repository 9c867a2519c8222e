/** Code that breaks the engine's walls, so that each rule is seen to fail: nothing here is ever run. */
@NullMarked
package io.sekisho.planted;

import org.jspecify.annotations.NullMarked;
