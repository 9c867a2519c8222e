/** Tests of the description at /openapi. */
@NullMarked
package io.sekisho.server.access.openapi;

import org.jspecify.annotations.NullMarked;
