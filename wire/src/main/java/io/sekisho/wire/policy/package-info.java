/** A policy directory, read and checked, and its rules' own tests. */
@NullMarked
package io.sekisho.wire.policy;

import org.jspecify.annotations.NullMarked;
