/** What the black-box tests share: the program as a process, HTTP to the letter, events and how to wait. */
@NullMarked
package io.sekisho.acceptance.testkit;

import org.jspecify.annotations.NullMarked;
