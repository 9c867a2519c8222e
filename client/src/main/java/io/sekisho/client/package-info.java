/**
 * The Java client for shops: says what happens, asks for decisions, and knows what to do where no answer comes.
 *
 * <p>Begin with {@link SekishoClient}; events are made with {@link ShopEvent}; calls from Sekisho are checked with
 * {@link WebhookSignatures}.
 */
@NullMarked
package io.sekisho.client;

import org.jspecify.annotations.NullMarked;
