/** Tells customers of suspicious acts on their accounts, on a channel that the attacker does not hold, each act once. */
@NullMarked
package io.sekisho.server.notice;

import org.jspecify.annotations.NullMarked;
