/** The floor under every HTTP server on this machine: a bare echo in a process of its own. */
@NullMarked
package io.sekisho.bench.echo;

import org.jspecify.annotations.NullMarked;
