/** The state machine: events in, assessments out, the same for the same input. */
@NullMarked
package io.sekisho.engine.decision;

import org.jspecify.annotations.NullMarked;
