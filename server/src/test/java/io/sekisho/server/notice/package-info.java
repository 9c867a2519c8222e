@NullMarked
package io.sekisho.server.notice;

import org.jspecify.annotations.NullMarked;
