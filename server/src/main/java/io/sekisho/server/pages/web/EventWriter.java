package io.sekisho.server.pages.web;

import io.sekisho.server.pages.live.LiveTotals;
import io.sekisho.server.pages.words.Phrases;
import io.sekisho.server.projection.Happening;
import io.sekisho.wire.json.CanonicalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Writes server-sent events for one reader. Owned by one thread. */
final class EventWriter {

    /** So often at least something is written: else nobody would notice that the reader has gone. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private final OutputStream out;
    private final LiveFilter filter;
    private final Phrases phrases;
    private final InstantSource time;
    private long tallied = -1;
    private Instant written = Instant.MIN;
    private boolean isUnsent;

    EventWriter(OutputStream out, LiveFilter filter, Phrases phrases, InstantSource time) {
        this.out = out;
        this.filter = filter;
        this.phrases = phrases;
        this.time = time;
    }

    /** Those that the filter lets through. */
    void rows(List<Happening> happenings) throws IOException {
        for (Happening happening : happenings) {
            if (filter.letsThrough(happening)) {
                LiveRow row = LiveRow.of(happening, phrases);
                write("id: " + row.sequence() + "\nevent: decision\n", row.members());
            }
        }
    }

    /** Some rows are not told; what follows lies behind that sequence. */
    void gap(long until) throws IOException {
        write("id: " + until + "\nevent: gap\n", Map.of());
    }

    /** The counters, where they differ from those that were written last. */
    void tally(LiveTotals.Standing standing) throws IOException {
        if (standing.version() != tallied) {
            write("event: tally\n", Tally.of(standing, phrases).members());
            tallied = standing.version();
        }
    }

    void flush() throws IOException {
        Instant now = time.instant();
        if (!isUnsent && now.isBefore(written.plus(LONGEST_SILENCE))) {
            return;
        }
        if (!isUnsent) {
            out.write(':');
            out.write('\n');
            out.write('\n');
        }
        out.flush();
        written = now;
        isUnsent = false;
    }

    private void write(String head, Map<String, Object> members) throws IOException {
        String event = head + "data: " + new CanonicalJson().write(members) + "\n\n";
        out.write(event.getBytes(StandardCharsets.UTF_8));
        isUnsent = true;
    }
}
