/** The address book: how the owner of an account was reached at any time, and whom of it may be told. */
@NullMarked
package io.sekisho.server.notice.contact;

import org.jspecify.annotations.NullMarked;
