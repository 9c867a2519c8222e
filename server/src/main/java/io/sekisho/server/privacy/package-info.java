/**
 * Keys: keyed hashes instead of personal fields, and a key of its own for each customer under which these are sealed.
 */
@NullMarked
package io.sekisho.server.privacy;

import org.jspecify.annotations.NullMarked;
