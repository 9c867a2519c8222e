/** New decisions and the counters above them, read once for everybody who looks on. */
@NullMarked
package io.sekisho.server.pages.live;

import org.jspecify.annotations.NullMarked;
