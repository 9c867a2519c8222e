/** JSON as trees: strict reading, canonical form, fingerprints; and texts that errors may repeat. */
@NullMarked
package io.sekisho.wire.json;

import org.jspecify.annotations.NullMarked;
