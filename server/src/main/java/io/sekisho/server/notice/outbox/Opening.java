package io.sekisho.server.notice.outbox;

import io.sekisho.server.notice.NoticeSettings;
import io.sekisho.server.notice.NoticeState;
import io.sekisho.server.notice.contact.AddressBook;
import io.sekisho.server.notice.contact.Contact;
import io.sekisho.wire.record.EventEntry.Sealed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The notices, acts and deliveries that a batch adds. Owned by one thread. */
final class Opening {

    private final Map<String, Episodes> episodes = new HashMap<>();
    private final Set<String> known;
    private final NoticeSettings settings;
    private final long nowMillis;
    private final List<NewNotice> notices = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<NewDelivery> deliveries = new ArrayList<>();

    Opening(Earlier earlier, NoticeSettings settings, long nowMillis) {
        earlier.notices().forEach((account, found) -> episodes.put(account, new Episodes(settings, found)));
        this.known = earlier.decisions();
        this.settings = settings;
        this.nowMillis = nowMillis;
    }

    /**
     * What was written before.
     *
     * @param notices by account, the latest
     * @param decisions those of the batch that were told of already, before the projection's tables were filled anew
     */
    record Earlier(Map<String, List<OpenNotice>> notices, Set<String> decisions) {}

    /** A notice, the act that opens it, and the language of its account's owner. */
    record NewNotice(OpenNotice notice, Act act, String language, long openedMillis) {}

    /** An act and the notice that tells of it. */
    record Told(String reference, Act act) {}

    /** A notice on its way to an address. */
    record NewDelivery(
            OpenNotice notice,
            int number,
            NoticeState state,
            @Nullable String hash,
            Sealed address,
            long changedMillis) {}

    /** Tells of the act, to whom the book names. */
    void add(Act act, AddressBook book) {
        if (known.contains(act.decisionId())) {
            return;
        }
        Episodes ofAccount = episodes.computeIfAbsent(act.accountId(), account -> new Episodes(settings, List.of()));
        switch (ofAccount.place(act, nowMillis)) {
            case Episodes.Place.Joined(OpenNotice notice) -> told.add(new Told(notice.reference(), act));
            case Episodes.Place.Opened(OpenNotice notice) -> open(notice, act, book);
        }
    }

    List<NewNotice> notices() {
        return notices;
    }

    List<Told> told() {
        return told;
    }

    List<NewDelivery> deliveries() {
        return deliveries;
    }

    private void open(OpenNotice notice, Act act, AddressBook book) {
        notices.add(new NewNotice(notice, act, book.language(act.actedMillis(), settings), nowMillis));
        told.add(new Told(notice.reference(), act));
        List<Contact> recipients = book.recipients(act.actedMillis(), settings);
        if (notice.isLapsed()) {
            deliveries.add(untold(notice, NoticeState.LAPSED));
        } else if (recipients.isEmpty()) {
            deliveries.add(untold(notice, NoticeState.NO_CONTACT));
        } else {
            recipients.forEach(recipient -> deliveries.add(delivery(notice, recipient, recipients.indexOf(recipient))));
        }
    }

    private NewDelivery untold(OpenNotice notice, NoticeState state) {
        return new NewDelivery(notice, 0, state, null, Sealed.NONE, nowMillis);
    }

    private NewDelivery delivery(OpenNotice notice, Contact recipient, int number) {
        return new NewDelivery(notice, number, NoticeState.PENDING, recipient.value(), recipient.sealed(), nowMillis);
    }
}
