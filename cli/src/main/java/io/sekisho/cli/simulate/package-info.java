/** Writing simulated, labelled streams of events. */
@NullMarked
package io.sekisho.cli.simulate;

import org.jspecify.annotations.NullMarked;
