package io.sekisho.server.pages.web;

import io.sekisho.server.pages.words.Phrases;
import io.sekisho.server.projection.AccountStory;

/** The head of an account's page. */
record AccountView(String id, long events, boolean isLocked, String first, String last) {

    AccountView(String id, AccountStory.Head head, int offsetSeconds, Phrases phrases) {
        this(
                id,
                head.events(),
                head.isLocked(),
                phrases.times().day(head.firstMillis(), offsetSeconds),
                phrases.times().moment(head.lastMillis(), offsetSeconds));
    }
}
