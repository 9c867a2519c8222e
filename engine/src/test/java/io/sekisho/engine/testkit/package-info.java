/** Builders for tests: events, features, rules and policies of which only what matters is said. */
@NullMarked
package io.sekisho.engine.testkit;

import org.jspecify.annotations.NullMarked;
