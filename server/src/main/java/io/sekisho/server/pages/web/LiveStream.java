package io.sekisho.server.pages.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.pages.live.LiveFeed;
import io.sekisho.server.pages.live.LiveTotals;
import io.sekisho.server.pages.live.Viewer;
import io.sekisho.server.pages.words.Vocabulary;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import io.sekisho.server.projection.DecidedEvents;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** New decisions and counters, as server-sent events. */
@Controller
class LiveStream {

    /*
     * The thread of the request, a virtual one, writes until nobody reads any more. A stream ends after LONGEST, so that who
     * has been signed out meanwhile does not look on for ever: the browser comes back with the id of the last event it has
     * seen, and passes the door anew.
     */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** A stream that left out more than so many rows says so instead of looking them up. */
    private static final int MOST_MISSING = 500;

    private static final HttpProblem FULL = HttpProblem.of(
            503, "too_many_viewers", "Too many look on", "At most a hundred look on at once; try again later.");

    private final LiveFeed feed;
    private final DecidedEvents events;
    private final LiveTotals totals;
    private final Vocabulary vocabulary;
    private final Edge edge;

    LiveStream(LiveFeed feed, DecidedEvents events, LiveTotals totals, Vocabulary vocabulary, Edge edge) {
        this.feed = feed;
        this.events = events;
        this.totals = totals;
        this.vocabulary = vocabulary;
        this.edge = edge;
    }

    /**
     * The stream's address.
     *
     * @param after the last sequence that the page holds
     */
    record Asked(
            @Nullable String show,
            @Nullable String kinds,
            @Nullable String after) {}

    @GetMapping("/live/stream")
    void stream(Caller caller, Asked asked, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        edge.audit().append(caller.actor(), AuditAction.DECISION_VIEWED, "decisions:all", Map.of("view", "stream"));
        long after = after(request.getHeader("Last-Event-ID"), asked.after());
        Viewer viewer =
                feed.join(after).orElseThrow(() -> new ProblemException(FULL, Map.of(HttpHeaders.RETRY_AFTER, "30")));
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("X-Accel-Buffering", "no");
            EventWriter writer = new EventWriter(
                    response.getOutputStream(),
                    LiveFilter.of(asked.show(), asked.kinds()),
                    vocabulary.in(locale),
                    edge.time());
            catchUp(viewer, after, writer);
            follow(viewer, writer);
        } finally {
            viewer.leave();
        }
    }

    private void catchUp(Viewer viewer, long after, EventWriter writer) throws IOException {
        if (viewer.missingUntil() > after) {
            var missing = events.between(after, viewer.missingUntil(), MOST_MISSING + 1);
            if (missing.size() > MOST_MISSING) {
                writer.gap(viewer.missingUntil());
            } else {
                writer.rows(missing);
            }
        }
    }

    private void follow(Viewer viewer, EventWriter writer) throws IOException, InterruptedException {
        Instant end = edge.time().instant().plus(LONGEST);
        while (!viewer.isOver() && edge.time().instant().isBefore(end)) {
            writer.tally(totals.now());
            writer.rows(viewer.take(LOOK_EVERY));
            writer.flush();
        }
    }

    /** What the browser says of itself when it comes back is newer than what the page was made with. */
    private static long after(@Nullable String lastEventId, @Nullable String after) {
        for (String text : List.of(String.valueOf(lastEventId), String.valueOf(after))) {
            if (text.matches("\\d{1,18}")) {
                return Long.parseLong(text);
            }
        }
        return Long.MAX_VALUE;
    }
}
