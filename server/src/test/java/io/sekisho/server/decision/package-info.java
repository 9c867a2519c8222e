/** Tests of deciding: without HTTP, on a folder of their own. */
@NullMarked
package io.sekisho.server.decision;

import org.jspecify.annotations.NullMarked;
