package io.sekisho.server.notice.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.DecisionId;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.server.access.MovingTime;
import io.sekisho.server.access.TestDatabase;
import io.sekisho.server.notice.Notice;
import io.sekisho.server.notice.NoticeSettings;
import io.sekisho.server.notice.NoticeState;
import io.sekisho.server.notice.Notices;
import io.sekisho.server.notice.contact.ContactBooks;
import io.sekisho.server.notice.mail.Post;
import io.sekisho.server.notice.mail.Sender;
import io.sekisho.server.platform.MailServer;
import io.sekisho.server.platform.PrivateFile;
import io.sekisho.server.platform.ShopId;
import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.server.privacy.EnvelopeKey;
import io.sekisho.server.projection.Orders;
import io.sekisho.server.projection.ProjectedEvent;
import io.sekisho.wire.enrichment.Enricher;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.pseudonym.KeyedHash;
import io.sekisho.wire.pseudonym.Pseudonymizer;
import io.sekisho.wire.record.EventEntry.Sealed;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox on a real PostgreSQL, told events as the projection tells them. */
final class Desk implements AutoCloseable {

    static final ShopId SHOP = ShopId.DEFAULT;
    static final Sender SENDER = new Sender("notices@shop.example", "Tea House", "03-0000-0000, every day 9 to 21");

    final MovingTime time = new MovingTime("2024-03-01T00:00:00Z");
    final TestDatabase database = TestDatabase.create();
    final JdbcTemplate sql = database.template();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final CustomerKeys customers;
    final List<NoticeState> opened = new ArrayList<>();
    private final NoticeOpening opening;
    private final KeyedHash hash = new KeyedHash(new byte[KeyedHash.KEY_BYTES]);
    private final Mailing.Surroundings around;
    private long sequence;

    Desk(Path folder) throws IOException {
        PrivateFile.createFolder(folder);
        SecureRandom random = new SecureRandom();
        EnvelopeKey envelope = EnvelopeKey.open(null, folder.resolve("envelope.json"));
        this.customers = new CustomerKeys(folder.resolve("customers.keys"), envelope, random);
        this.opening = newOpening();
        this.around = new Mailing.Surroundings(
                new NoticeMeters(registry), new Backoff(new Random(1)), NoticeSettings.USUAL.longest(), time);
    }

    NoticeOpening newOpening() {
        return new NoticeOpening(
                new ContactBooks(SHOP, customers),
                new OpeningTables(SHOP, NoticeSettings.USUAL),
                NoticeSettings.USUAL,
                time,
                opened::addAll);
    }

    /** An event with that data, counted; quotes are written as {@code '}. */
    ProjectedEvent told(String type, Instant at, String data) {
        return told(type, at, data, null);
    }

    /** The same, of before the server watched. */
    ProjectedEvent history(ProjectedEvent live) {
        return new ProjectedEvent(
                live.sequence(),
                live.event(),
                live.facts(),
                live.sealed(),
                Treatment.HISTORY,
                live.receivedMillis(),
                live.verdict());
    }

    /** An order that is decided like this, of whose account the owner is to be told. */
    ProjectedEvent order(String account, String order, Outcome outcome, Instant at) {
        String data = "{'account_id':'" + account + "','order':{'order_id':'" + order
                + "','amount':{'value':5000,'currency':'JPY'},'items':[{'sku':'gift-5000','category':'gift_code'}]}}";
        return told("order.created", at, data, judged(outcome, account));
    }

    static Assessment judged(Outcome outcome, String account, Action... more) {
        List<Action> actions = new ArrayList<>(List.of(new Action(ActionVerb.NOTIFY_OUT_OF_BAND, account)));
        actions.addAll(List.of(more));
        return new Assessment(
                Assessment.Status.EVALUATED,
                "",
                outcome,
                80,
                "high",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                actions);
    }

    ProjectedEvent told(String type, Instant at, String data, @Nullable Assessment assessment) {
        sequence++;
        String line = String.format(
                Locale.ROOT,
                "{\"specversion\":\"1.0\",\"id\":\"e%d\",\"source\":\"https://shop.example\",\"type\":\"%s\",\"time\":\"%s\","
                        + "\"data\":%s}",
                sequence,
                type,
                at,
                data.replace('\'', '"'));
        if (!(new EventReader().read(line.getBytes(UTF_8)) instanceof Reading.Accepted accepted)) {
            throw new AssertionError(line + " was refused");
        }
        Pseudonymizer.Replaced replaced = new Pseudonymizer(hash).replace(accepted.tree());
        Event event = EventReader.checked(replaced.tree(), at.toEpochMilli());
        Sealed sealed = replaced.originals().isEmpty()
                ? Sealed.NONE
                : customers.seal(
                        hash.ofAccount(String.valueOf(event.accountId())),
                        new CanonicalJson().write(replaced.originals()).getBytes(UTF_8));
        return new ProjectedEvent(
                sequence,
                event,
                Enricher.shipped().factsOf(accepted.event(), false),
                sealed,
                assessment == null ? Treatment.COUNTED : Treatment.DECIDED,
                at.toEpochMilli(),
                assessment == null
                        ? null
                        : new ProjectedEvent.Verdict(
                                DecisionId.of(event.source(), event.id()), assessment, ZoneId.of("Asia/Tokyo")));
    }

    String hashOf(String email) {
        return hash.ofEmail(email);
    }

    /** In one transaction. */
    void follow(ProjectedEvent... events) throws SQLException {
        follow(opening, events);
    }

    void follow(NoticeOpening by, ProjectedEvent... events) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            by.follow(connection, List.of(events));
            connection.commit();
        }
        by.committed();
    }

    /** Until just before the commit, where the process dies. */
    void followAndDie(NoticeOpening by, ProjectedEvent... events) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            by.follow(connection, List.of(events));
            connection.rollback();
        }
    }

    JdbcClient client() {
        return JdbcClient.create(database.source());
    }

    Deliveries deliveries() {
        return new Deliveries(client(), database.transactions(), SHOP);
    }

    Mailing mailing(MailServer server) {
        Orders orders = new Orders(client(), SHOP.value(), customers::open);
        return new Mailing(deliveries(), new LetterDraft(orders), customers::open, new Post(server, SENDER), around);
    }

    NoticeSender sender(Optional<MailServer> server) {
        return new NoticeSender(deliveries(), server.map(this::mailing), around);
    }

    /** All that is due now, and how many steps that took. */
    int sendAll(Mailing mailing) {
        int steps = 0;
        while (mailing.step()) {
            steps++;
        }
        return steps;
    }

    List<Notice> notices(String account) {
        return new Notices(client(), SHOP, customers::open).ofAccount(account);
    }

    @Override
    public void close() throws IOException {
        customers.close();
    }
}
