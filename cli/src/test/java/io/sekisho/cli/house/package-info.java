/** The rules of the house over everything in the repository: sizes, banned calls, names, comments, texts, libraries. */
@NullMarked
package io.sekisho.cli.house;

import org.jspecify.annotations.NullMarked;
