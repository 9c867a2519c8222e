/** What turned out true, and when it was known. */
@NullMarked
package io.sekisho.server.label;

import org.jspecify.annotations.NullMarked;
