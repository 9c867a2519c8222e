/** JSON as trees: strict reading, canonical form, fingerprints. */
@NullMarked
package io.sekisho.wire.json;

import org.jspecify.annotations.NullMarked;
