/** A policy as declared, the problems found in it, and a policy compiled and ready to decide. */
@NullMarked
package io.sekisho.engine.policy;

import org.jspecify.annotations.NullMarked;
