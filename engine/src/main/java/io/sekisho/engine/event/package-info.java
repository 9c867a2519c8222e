/** What a shop reports: every event type of the contract as a typed record, and the schema that a reader checks. */
@NullMarked
package io.sekisho.engine.event;

import org.jspecify.annotations.NullMarked;
