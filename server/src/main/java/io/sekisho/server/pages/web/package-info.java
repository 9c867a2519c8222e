/** The pages themselves. */
@NullMarked
package io.sekisho.server.pages.web;

import org.jspecify.annotations.NullMarked;
