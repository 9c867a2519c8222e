/** The article's attack, stopped, told in the terminal. */
@NullMarked
package io.sekisho.cli.demo;

import org.jspecify.annotations.NullMarked;
