/** The command {@code demo}: a server with a stocked shop, whose day is played beside attacks. */
@NullMarked
package io.sekisho.cli.demo;

import org.jspecify.annotations.NullMarked;
