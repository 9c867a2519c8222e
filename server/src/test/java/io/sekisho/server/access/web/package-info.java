/** Tests of the main port's door over real HTTP. */
@NullMarked
package io.sekisho.server.access.web;

import org.jspecify.annotations.NullMarked;
