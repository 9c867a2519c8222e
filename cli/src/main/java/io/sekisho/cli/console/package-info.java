/** What all commands share: files and standard streams, exit codes, progress. */
@NullMarked
package io.sekisho.cli.console;

import org.jspecify.annotations.NullMarked;
