/** Tests of what people see, against a whole server. */
@NullMarked
package io.sekisho.server.pages;

import org.jspecify.annotations.NullMarked;
