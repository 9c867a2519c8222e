/** Endpoints for tests, outside of what a server finds by itself. */
@NullMarked
package io.sekisho.odd;

import org.jspecify.annotations.NullMarked;
