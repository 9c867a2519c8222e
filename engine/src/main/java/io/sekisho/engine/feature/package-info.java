/** Features: what is declared, how it is planned, and the exact windows that answer it. */
@NullMarked
package io.sekisho.engine.feature;

import org.jspecify.annotations.NullMarked;
