package io.sekisho.server.pages.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.pages.live.LiveTotals;
import io.sekisho.server.pages.words.Phrases;
import io.sekisho.server.pages.words.Vocabulary;
import io.sekisho.server.projection.Cursor;
import io.sekisho.server.projection.DecidedEvents;
import io.sekisho.server.projection.Projector;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Decisions as they come in, the newest first, under the counters. */
@Controller
class LivePage {

    private static final int ROWS = 50;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final DecidedEvents events;
    private final LiveTotals totals;
    private final Projector projector;
    private final Vocabulary vocabulary;
    private final AuditTrail audit;

    LivePage(DecidedEvents events, LiveTotals totals, Projector projector, Vocabulary vocabulary, AuditTrail audit) {
        this.events = events;
        this.totals = totals;
        this.projector = projector;
        this.vocabulary = vocabulary;
        this.audit = audit;
    }

    /**
     * The page's address.
     *
     * @param before where an older page begins
     */
    record Asked(
            @Nullable String show,
            @Nullable String kinds,
            @Nullable String before) {

        Optional<Cursor> cursor() {
            return before == null ? Optional.empty() : Cursor.decode(before);
        }
    }

    /** The rows end at one sequence, behind which the stream goes on. The list names accounts: the look is written down. */
    @GetMapping("/")
    String page(Caller caller, Asked asked, Locale locale, Model model) {
        audit.append(caller.actor(), AuditAction.DECISION_VIEWED, "decisions:all", Map.of("view", "live"));
        projector.awaitCommitted(LONGEST_WAIT);
        long position = projector.state().position();
        LiveFilter filter = LiveFilter.of(asked.show(), asked.kinds());
        fill(model, filter, events.newest(filter.until(position), asked.cursor(), ROWS), vocabulary.in(locale));
        model.addAttribute("position", position);
        model.addAttribute("isNewest", asked.cursor().isEmpty());
        return "pages/live";
    }

    private void fill(Model model, LiveFilter filter, DecidedEvents.Page page, Phrases phrases) {
        model.addAttribute("filter", filter);
        model.addAttribute("shows", LiveFilter.Show.values());
        model.addAttribute("kinds", LiveFilter.Kinds.values());
        model.addAttribute("tally", Tally.of(totals.fresh(), phrases));
        model.addAttribute(
                "rows",
                page.happenings().stream().map(one -> LiveRow.of(one, phrases)).toList());
        model.addAttribute("blank", LiveRow.BLANK);
        model.addAttribute("next", page.next().map(Cursor::encode).orElse(""));
    }
}
