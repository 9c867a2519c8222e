@NullMarked
package io.sekisho.server.notice.contact;

import org.jspecify.annotations.NullMarked;
