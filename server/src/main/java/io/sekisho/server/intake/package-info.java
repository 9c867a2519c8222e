/** From bytes to an event that may be decided: reading, facts, keyed hashes, sealed personal fields. */
@NullMarked
package io.sekisho.server.intake;

import org.jspecify.annotations.NullMarked;
