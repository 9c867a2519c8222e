/** Problems of a policy: what is wrong, where, and what to do. */
@NullMarked
package io.sekisho.engine.problem;

import org.jspecify.annotations.NullMarked;
