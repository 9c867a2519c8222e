/** Expressions in CEL, typed against events, facts, features and parameters, with three-valued results. */
@NullMarked
package io.sekisho.engine.expression;

import org.jspecify.annotations.NullMarked;
