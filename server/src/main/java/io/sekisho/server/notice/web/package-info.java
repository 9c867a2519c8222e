/** What people and machines read of notices over HTTP. */
@NullMarked
package io.sekisho.server.notice.web;

import org.jspecify.annotations.NullMarked;
