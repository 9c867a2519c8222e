/** Events, decisions, money and times in the words of the reader. */
@NullMarked
package io.sekisho.server.pages.words;

import org.jspecify.annotations.NullMarked;
