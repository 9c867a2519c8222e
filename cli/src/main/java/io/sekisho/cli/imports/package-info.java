/** The command {@code import}: a CSV file becomes events and labels by a declared mapping. */
@NullMarked
package io.sekisho.cli.imports;

import org.jspecify.annotations.NullMarked;
