/** A PostgreSQL of the server's own: unpacked from a library, started, stopped, and found again after a crash. */
@NullMarked
package io.sekisho.server.platform.postgres;

import org.jspecify.annotations.NullMarked;
