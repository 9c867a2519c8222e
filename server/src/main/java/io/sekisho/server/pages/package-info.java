/** The pages on which signed-in people watch decisions come in, and look at one of them, at an account and at an order. */
@NullMarked
package io.sekisho.server.pages;

import org.jspecify.annotations.NullMarked;
