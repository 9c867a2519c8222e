/** The walls between the commands, and between the command line and the modules below it. */
@NullMarked
package io.sekisho.cli.walls;

import org.jspecify.annotations.NullMarked;
