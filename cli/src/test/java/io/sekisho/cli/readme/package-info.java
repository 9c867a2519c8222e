/** What the README says, seen to be so. */
@NullMarked
package io.sekisho.cli.readme;

import org.jspecify.annotations.NullMarked;
