/** Honest customers who look suspicious: each trap marks or alters some accounts, and labels what it covers. */
@NullMarked
package io.sekisho.simulator.trap;

import org.jspecify.annotations.NullMarked;
