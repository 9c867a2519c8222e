/** {@code serve}: the server, until it is stopped. */
@NullMarked
package io.sekisho.cli.serve;

import org.jspecify.annotations.NullMarked;
