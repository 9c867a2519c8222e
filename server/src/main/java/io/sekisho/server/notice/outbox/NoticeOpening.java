package io.sekisho.server.notice.outbox;

import io.sekisho.server.notice.NoticeSettings;
import io.sekisho.server.notice.NoticeState;
import io.sekisho.server.notice.contact.AddressBook;
import io.sekisho.server.notice.contact.ContactBooks;
import io.sekisho.server.projection.ProjectedEvent;
import io.sekisho.server.projection.RecordFollower;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Follows the journal: keeps the address books, and writes down whom to tell of what. Owned by the projector's thread. */
final class NoticeOpening implements RecordFollower {

    private final ContactBooks books;
    private final OpeningTables tables;
    private final NoticeSettings settings;
    private final InstantSource time;
    private final Consumer<List<NoticeState>> opened;
    private final List<NoticeState> states = new ArrayList<>();

    /** @param opened is told, after the commit, how each new delivery begins */
    NoticeOpening(
            ContactBooks books,
            OpeningTables tables,
            NoticeSettings settings,
            InstantSource time,
            Consumer<List<NoticeState>> opened) {
        this.books = books;
        this.tables = tables;
        this.settings = settings;
        this.time = time;
        this.opened = opened;
    }

    @Override
    public void forget() {
        books.forget();
    }

    @Override
    public void follow(Connection connection, List<ProjectedEvent> events) throws SQLException {
        states.clear();
        List<Act> acts = events.stream().flatMap(event -> act(event).stream()).toList();
        Set<String> accounts = acts.stream().map(Act::accountId).collect(Collectors.toSet());
        books.open(connection, events, accounts);
        Opening opening = acts.isEmpty() ? null : new Opening(tables.load(connection, acts), settings, time.millis());
        for (ProjectedEvent event : events) {
            books.follow(event);
            if (opening != null) {
                act(event).ifPresent(act -> opening.add(act, bookOf(act)));
            }
        }
        books.write(connection);
        if (opening != null) {
            tables.write(connection, opening);
            opening.deliveries().forEach(delivery -> states.add(delivery.state()));
        }
    }

    @Override
    public void committed() {
        books.committed();
        if (!states.isEmpty()) {
            opened.accept(List.copyOf(states));
        }
    }

    private AddressBook bookOf(Act act) {
        return books.of(act.accountId());
    }

    /** What happened before the server watched is nobody's news. */
    private static Optional<Act> act(ProjectedEvent event) {
        return event.treatment() == Treatment.DECIDED ? Act.of(event) : Optional.empty();
    }
}
