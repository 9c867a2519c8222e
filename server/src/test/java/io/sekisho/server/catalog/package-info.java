/** Tests of the shelf of policies. */
@NullMarked
package io.sekisho.server.catalog;

import org.jspecify.annotations.NullMarked;
