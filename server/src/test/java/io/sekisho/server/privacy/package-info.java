/** Tests of the keys. */
@NullMarked
package io.sekisho.server.privacy;

import org.jspecify.annotations.NullMarked;
