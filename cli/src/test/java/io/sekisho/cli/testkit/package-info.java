/** Runs commands as a user does. */
@NullMarked
package io.sekisho.cli.testkit;

import org.jspecify.annotations.NullMarked;
