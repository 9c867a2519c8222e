/**
 * The command {@code score}: decisions are held against labels.
 *
 * <p>Read in the order labels, events, decisions, so that each line is judged when it is read and only a few words of
 * it stay in memory; {@link io.sekisho.cli.score.Score} is the result, which three writers show.
 */
@NullMarked
package io.sekisho.cli.score;

import org.jspecify.annotations.NullMarked;
