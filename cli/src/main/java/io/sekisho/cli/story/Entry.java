package io.sekisho.cli.story;

import io.sekisho.engine.rule.Outcome;
import java.util.List;

/**
 * A row of the timeline.
 *
 * @param day the date in words, local to the shop
 * @param clock local time
 * @param what happened, in words
 * @param why the decision was made, in words
 * @param done by the decision, or asked of the customer; a few words each
 */
record Entry(String day, String clock, String what, Outcome outcome, List<String> why, List<String> done) {

    Entry {
        why = List.copyOf(why);
        done = List.copyOf(done);
    }
}
