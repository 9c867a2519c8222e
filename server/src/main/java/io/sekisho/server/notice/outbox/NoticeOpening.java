package io.sekisho.server.notice.outbox;

import io.sekisho.server.notice.NoticeSettings;
import io.sekisho.server.notice.NoticeState;
import io.sekisho.server.notice.contact.ContactBooks;
import io.sekisho.server.projection.ProjectedEvent;
import io.sekisho.server.projection.RecordFollower;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<Long, Act> acts = acts(events);
        Set<String> accounts = acts.values().stream().map(Act::accountId).collect(Collectors.toSet());
        books.open(connection, events, accounts);
        Opening opening = new Opening(tables.load(connection, acts.values()), settings, time.millis());
        for (ProjectedEvent event : events) {
            books.follow(event);
            Act act = acts.get(event.sequence());
            if (act != null) {
                opening.add(act, books.of(act.accountId()));
            }
        }
        books.write(connection);
        tables.write(connection, opening);
        opening.deliveries().forEach(delivery -> states.add(delivery.state()));
    }

    @Override
    public void committed() {
        books.committed();
        if (!states.isEmpty()) {
            opened.accept(List.copyOf(states));
        }
    }

    /** By the sequence of their events, in their order. */
    private static Map<Long, Act> acts(List<ProjectedEvent> events) {
        Map<Long, Act> acts = new LinkedHashMap<>();
        events.forEach(event -> act(event).ifPresent(act -> acts.put(act.sequence(), act)));
        return acts;
    }

    /** What happened before the server watched is nobody's news. */
    private static Optional<Act> act(ProjectedEvent event) {
        return event.treatment() == Treatment.DECIDED ? Act.of(event) : Optional.empty();
    }
}
