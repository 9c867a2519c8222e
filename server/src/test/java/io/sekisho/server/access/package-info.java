/** Tests of keys, quotas, permissions and the door of the main port. */
@NullMarked
package io.sekisho.server.access;

import org.jspecify.annotations.NullMarked;
