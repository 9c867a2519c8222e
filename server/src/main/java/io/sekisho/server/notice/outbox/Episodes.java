package io.sekisho.server.notice.outbox;

import io.sekisho.server.notice.NoticeSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The latest notices of one account, and to which of them an act belongs. Owned by one thread. */
final class Episodes {

    /*
     * The first suspicious act is told at once and alone. Whatever follows within the hour waits two minutes for more and is
     * told together; once that has gone out, the next waits a quarter of an hour since then. So a burst is two messages, an
     * attack of an hour a handful, and no act is left untold. What came in too late to be told is kept apart: it must not
     * make a follow-up of an act that is still worth telling at once.
     */
    private final NoticeSettings settings;
    private final List<OpenNotice> notices;

    Episodes(NoticeSettings settings, List<OpenNotice> notices) {
        this.settings = settings;
        this.notices = new ArrayList<>(notices);
    }

    /** Where an act belongs. */
    sealed interface Place {

        /** Into a notice that waits. */
        record Joined(OpenNotice notice) implements Place {}

        /** Into a new one. */
        record Opened(OpenNotice notice) implements Place {}
    }

    Place place(Act act, long nowMillis) {
        boolean isLapsed =
                act.receivedMillis() <= nowMillis - settings.longest().toMillis();
        Optional<OpenNotice> first = first(act, isLapsed);
        if (first.isEmpty()) {
            return opened(OpenNotice.first(reference(act), act.receivedMillis(), nowMillis, isLapsed));
        }
        return waiting(first.get())
                .<Place>map(Place.Joined::new)
                .orElseGet(() -> opened(
                        OpenNotice.followUp(reference(act), first.get(), act.receivedMillis(), due(act, first.get()))));
    }

    private Place opened(OpenNotice notice) {
        notices.add(notice);
        return new Place.Opened(notice);
    }

    private Optional<OpenNotice> first(Act act, boolean isLapsed) {
        long since = act.receivedMillis() - settings.episode().toMillis();
        return notices.stream()
                .filter(OpenNotice::isFirst)
                .filter(notice -> notice.isLapsed() == isLapsed && notice.receivedMillis() > since)
                .max(Comparator.comparingLong(OpenNotice::receivedMillis));
    }

    private Optional<OpenNotice> waiting(OpenNotice first) {
        return followUps(first).stream().filter(OpenNotice::isOpen).findFirst();
    }

    private List<OpenNotice> followUps(OpenNotice first) {
        return notices.stream()
                .filter(notice -> !notice.isFirst() && notice.episode().equals(first.episode()))
                .toList();
    }

    private long due(Act act, OpenNotice first) {
        long soon = act.receivedMillis() + settings.followUp().toMillis();
        return followUps(first).stream()
                .mapToLong(earlier ->
                        earlier.sealedMillis() + settings.followUpPause().toMillis())
                .reduce(soon, Math::max);
    }

    /** Twelve of the decision's 32-letter alphabet: no 0, 1, 8 or 9 that a voice on the telephone could confuse. */
    private static String reference(Act act) {
        String id = act.decisionId();
        return id.substring(0, 4) + "-" + id.substring(4, 8) + "-" + id.substring(8, 12);
    }
}
