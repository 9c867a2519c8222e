/** The live policy and the lists. */
@NullMarked
package io.sekisho.server.catalog;

import org.jspecify.annotations.NullMarked;
