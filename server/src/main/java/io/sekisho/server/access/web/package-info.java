/** The main port's door: who calls, whether they may, and the pages on which staff enrol and sign in. */
@NullMarked
package io.sekisho.server.access.web;

import org.jspecify.annotations.NullMarked;
