/** The article's attack, stopped, told in the terminal. */
@NullMarked
package io.sekisho.cli.story;

import org.jspecify.annotations.NullMarked;
