/** The append-only, hash-chained record of every change and every look at a customer. */
@NullMarked
package io.sekisho.server.audit;

import org.jspecify.annotations.NullMarked;
