/** What a record of the journal holds: an event with its facts and its decision, a change of a list, a policy gone live. */
@NullMarked
package io.sekisho.wire.record;

import org.jspecify.annotations.NullMarked;
