/** Attack scenarios: who is attacked, by whom, how, and what the victim does afterwards. */
@NullMarked
package io.sekisho.simulator.attack;

import org.jspecify.annotations.NullMarked;
