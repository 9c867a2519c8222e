/** What /openapi says of the endpoints: their shapes, answers and permissions, none of which the handlers show. */
@NullMarked
package io.sekisho.server.access.openapi;

import org.jspecify.annotations.NullMarked;
