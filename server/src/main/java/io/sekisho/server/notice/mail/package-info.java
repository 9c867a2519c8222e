/** What is written to a customer, and how it is handed to a mail server. */
@NullMarked
package io.sekisho.server.notice.mail;

import org.jspecify.annotations.NullMarked;
