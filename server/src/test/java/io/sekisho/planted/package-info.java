/** Types that stand for modules below the server. */
@NullMarked
package io.sekisho.planted;

import org.jspecify.annotations.NullMarked;
