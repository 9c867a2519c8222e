/** Checking and comparing policies. */
@NullMarked
package io.sekisho.cli.policy;

import org.jspecify.annotations.NullMarked;
