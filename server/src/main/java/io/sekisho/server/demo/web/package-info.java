/** The pages of the demonstration. */
@NullMarked
package io.sekisho.server.demo.web;

import org.jspecify.annotations.NullMarked;
