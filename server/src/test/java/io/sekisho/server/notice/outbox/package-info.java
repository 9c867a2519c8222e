@NullMarked
package io.sekisho.server.notice.outbox;

import org.jspecify.annotations.NullMarked;
