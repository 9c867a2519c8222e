/** Whole commands, run as a user runs them: in a process of their own, on files. */
@NullMarked
package io.sekisho.cli.acceptance;

import org.jspecify.annotations.NullMarked;
