/** Facts that tables shipped with the program know about an address, a mail domain, a user agent or a card's country. */
@NullMarked
package io.sekisho.wire.enrichment;

import org.jspecify.annotations.NullMarked;
