/** Black-box tests of the started program: what an outsider sees over HTTP, on the command line and on the disk. */
@NullMarked
package io.sekisho.acceptance;

import org.jspecify.annotations.NullMarked;
