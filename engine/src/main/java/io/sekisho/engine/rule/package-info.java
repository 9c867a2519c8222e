/** Rules: as declared, and as they judge an event. */
@NullMarked
package io.sekisho.engine.rule;

import org.jspecify.annotations.NullMarked;
