package io.sekisho.server.pages.web;

import io.sekisho.server.pages.words.Phrases;
import io.sekisho.server.pages.words.Times;
import io.sekisho.server.projection.Happening;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A decision in the list, in the words of the reader: the same for the page and for what is pushed to it.
 *
 * @param account empty where the event named none
 * @param reason empty where there was none
 */
record LiveRow(
        long sequence,
        String outcome,
        String outcomeWord,
        String iso,
        String day,
        String clock,
        String what,
        String href,
        String account,
        String accountHref,
        long score,
        String reason) {

    /** What the page's script fills for each row that is pushed. */
    static final LiveRow BLANK = new LiveRow(0, "", "", "", "", "", "", "", "", "", 0, "");

    static LiveRow of(Happening happening, Phrases phrases) {
        Happening.Judged judged = happening.judged();
        if (judged == null) {
            throw new IllegalArgumentException("Event " + happening.sequence() + " was not decided");
        }
        Times times = phrases.times();
        long at = happening.happenedMillis();
        int offset = happening.offsetSeconds();
        String account = happening.accountId();
        return new LiveRow(
                happening.sequence(),
                judged.outcome(),
                phrases.outcome(judged.outcome()),
                times.iso(at, offset),
                times.shortDay(at, offset),
                times.clock(at, offset),
                phrases.what(happening),
                Paths.decision(judged.decisionId()),
                account == null ? "" : account,
                account == null ? "" : Paths.account(account),
                judged.score(),
                phrases.reason(judged.policyId(), judged.reason()));
    }

    /** For the page's script, by the names of the slots that it fills. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("outcome", outcome);
        members.put("outcomeWord", outcomeWord);
        members.put("iso", iso);
        members.put("day", day);
        members.put("clock", clock);
        members.put("what", what);
        members.put("href", href);
        members.put("account", account);
        members.put("accountHref", accountHref);
        members.put("score", score);
        members.put("reason", reason);
        return members;
    }
}
