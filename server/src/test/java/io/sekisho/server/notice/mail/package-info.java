@NullMarked
package io.sekisho.server.notice.mail;

import org.jspecify.annotations.NullMarked;
