/** Tests of the commands as a user calls them. */
@NullMarked
package io.sekisho.bench;

import org.jspecify.annotations.NullMarked;
