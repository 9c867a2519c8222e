package io.sekisho.server.pages.web;

import io.sekisho.server.pages.live.LiveTotals;
import io.sekisho.server.pages.words.Phrases;
import io.sekisho.server.pages.words.Times;
import io.sekisho.server.projection.ShopTotals.ShopTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The counters and the shop's time in the words of the reader, by the names of the page's slots. */
record Tally(String stopped, String lost, String touched, String notice, Clock clock) {

    /**
     * The shop's time.
     *
     * @param offsetSeconds in which the wall's time is shown beside it
     */
    record Clock(String iso, String day, String time, int offsetSeconds) {}

    static Tally of(LiveTotals.Standing standing, Phrases phrases) {
        return new Tally(
                phrases.money(standing.totals().stopped()),
                phrases.money(standing.totals().lost()),
                phrases.say(
                        "live.touched.value",
                        standing.totals().touched(),
                        standing.totals().orders()),
                standing.firstNotice().map(phrases::duration).orElseGet(() -> phrases.say("live.notice.none")),
                clock(standing.shopTime(), phrases));
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("stopped", stopped);
        members.put("lost", lost);
        members.put("touched", touched);
        members.put("notice", notice);
        members.put("shop-iso", clock.iso());
        members.put("shop-day", clock.day());
        members.put("shop-time", clock.time());
        members.put("offset", (long) clock.offsetSeconds());
        return members;
    }

    private static Clock clock(Optional<ShopTime> shopTime, Phrases phrases) {
        Times times = phrases.times();
        return shopTime.map(at -> new Clock(
                        times.iso(at.millis(), at.offsetSeconds()),
                        times.shortDay(at.millis(), at.offsetSeconds()),
                        times.clock(at.millis(), at.offsetSeconds()),
                        at.offsetSeconds()))
                .orElseGet(() -> new Clock("", "", phrases.say("live.shop-time.none"), 0));
    }
}
