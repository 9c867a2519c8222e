/** Tests of the intake. */
@NullMarked
package io.sekisho.server.intake;

import org.jspecify.annotations.NullMarked;
