package io.sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.Waiting;
import io.sekisho.server.access.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What PostgreSQL holds is what the journal tells, however the work was cut, killed or begun anew. */
final class ProjectorTest {

    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2024-03-31T23:59:59Z"));
    private static final ProjectionSettings SETTINGS = ProjectionSettings.of(Duration.ofDays(400));

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcTemplate sql = database.template();
    private TestJournal journal;

    @BeforeEach
    void open() {
        journal = new TestJournal(folder);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    @Test
    void whatIsCommittedIsThereWhenItIsAwaited() throws Exception {
        journal.activate("starter-1");
        journal.commit();
        try (Projector projector = start(SETTINGS)) {
            awaitAll(projector);
            long number = journal.accept(ShopEvents.order("e1", "2023-09-13T02:14:05+09:00", "a1", "o1"));
            journal.commit();
            assertThat(projector.awaitProjected(number, Duration.ofSeconds(30))).isZero();

            assertThat(sql.queryForList("select account_id from event", String.class))
                    .containsExactly("a1");
            assertThat(sql.queryForList("select outcome from decision", String.class))
                    .hasSize(1);
            assertThat(sql.queryForMap("select * from shop_order"))
                    .containsEntry("status", "created")
                    .containsEntry("amount", 5000L)
                    .containsEntry("is_hidden", false);
            assertThat(sql.queryForMap("select * from payment"))
                    .containsEntry("status", "announced")
                    .containsEntry("card_last4", "4242")
                    .containsEntry("amount", 5000L);
            assertThat(sql.queryForObject("select recipient_email_hash from order_item", String.class))
                    .isEqualTo(journal.hash().ofEmail("x@example.net"));
        }
        assertNoDifference();
    }

    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, 3L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equalsTheOracleWhateverInterrupts(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(TestJournal.simulated(seed, 3, 120));
        lines.addAll(ContractEvents.drawn(random, 1_500));
        Collections.shuffle(lines, random);
        int fed = 0;
        journal.activate("starter-1");
        while (fed < lines.size()) {
            try (Projector projector = start(settings(random))) {
                for (int turn = 0; turn < 4 && fed < lines.size(); turn++) {
                    fed = feed(lines, fed, random);
                    if (random.nextBoolean()) {
                        terminateConnections();
                    }
                    if (random.nextInt(3) == 0) {
                        awaitAll(projector);
                    }
                }
            }
        }
        try (Projector projector = start(SETTINGS)) {
            awaitAll(projector);
            assertThat(projector.state().failures()).isZero();
        }
        assertThat(sql.queryForObject("select count(*) from event", Long.class)).isEqualTo((long) lines.size());
        assertNoDifference();
    }

    @Test
    void everyTypeOfTheContractIsBroughtIn() throws Exception {
        for (String line : ContractEvents.all()) {
            journal.accept(line);
        }
        project();
        assertNoDifference();
        assertThat(sql.queryForObject("select count(distinct type) from event", Long.class))
                .isEqualTo((long) ContractEvents.all().size());
    }

    @Test
    void statesFollowTheOrderOfTheJournalNotOfTheTimes() throws Exception {
        journal.accept(ShopEvents.order("e1", "2023-09-13T02:00:00Z", "a1", "o1"));
        journal.accept(ShopEvents.visibility("e2", "2023-09-13T04:00:00Z", "a1", "o1", "hidden"));
        journal.accept(ShopEvents.visibility("e3", "2023-09-13T03:00:00Z", "a1", "o1", "shown"));
        project();
        assertThat(sql.queryForMap("select * from shop_order"))
                .containsEntry("is_hidden", false)
                .containsEntry("hidden_at", null)
                .containsEntry("hidden_by_device", null);

        journal.accept(ShopEvents.visibility("e4", "2023-09-13T01:00:00Z", "a1", "o1", "hidden"));
        project();
        assertThat(sql.queryForMap("select * from shop_order"))
                .containsEntry("is_hidden", true)
                .containsEntry("hidden_by_device", "d-thief");
        assertThat(sql.queryForObject("select (extract(epoch from first_seen_at))::bigint from account", Long.class))
                .isEqualTo(Instant.parse("2023-09-13T01:00:00Z").getEpochSecond());
        assertNoDifference();
    }

    @Test
    void hidingAnOrderOfBeforeIsKnown() throws Exception {
        journal.accept(ShopEvents.visibility("e1", "2023-09-13T04:00:00Z", "a1", "o-old", "hidden"));
        project();
        assertThat(sql.queryForMap("select * from shop_order"))
                .containsEntry("status", "unknown")
                .containsEntry("account_id", "a1")
                .containsEntry("is_hidden", true);
        assertNoDifference();
    }

    @Test
    void listsHoldWhatIsOnThemNow() throws Exception {
        journal.change("blocked", true, "#" + "0".repeat(32), Long.MAX_VALUE);
        journal.change("blocked", true, "a2", 1_800_000_000_000L);
        journal.change("blocked", true, "", Long.MAX_VALUE);
        project();
        journal.change("blocked", false, "#" + "0".repeat(32), Long.MAX_VALUE);
        journal.change("blocked", false, "a3", Long.MAX_VALUE);
        journal.change("blocked", true, "a3", Long.MAX_VALUE);
        journal.change("blocked", true, "a2", Long.MAX_VALUE);
        project();
        assertThat(sql.queryForList("select value from list_item order by value", String.class))
                .containsExactly("a2", "a3");
        assertNoDifference();
    }

    @Test
    void aRecordThatCannotBeBroughtInIsNotedAndTheOthersAre() throws Exception {
        for (int i = 0; i < 20; i++) {
            journal.accept(ShopEvents.order("e" + i, "2023-09-13T02:14:05Z", "a1", "o" + i));
        }
        long unknown = journal.appendUnknown();
        // PostgreSQL knows no such time; the contract sets a list's values no bound.
        long refused = journal.change("blocked", true, "a1", Long.MAX_VALUE - 1);
        for (int i = 20; i < 40; i++) {
            journal.accept(ShopEvents.order("e" + i, "2023-09-13T02:14:05Z", "a1", "o" + i));
        }
        journal.commit();
        try (Projector projector = start(SETTINGS)) {
            awaitAll(projector);
            assertThat(projector.state().failures()).isEqualTo(2);
        }
        assertThat(sql.queryForList("select sequence from projection_failure order by 1", Long.class))
                .containsExactly(unknown, refused);
        assertThat(sql.queryForObject("select count(*) from event", Long.class)).isEqualTo(40);
        assertThat(findings().differences())
                .containsExactly(
                        "Record " + unknown + " was not projected: IllegalArgumentException.",
                        "Record " + refused + " was not projected: sql_state_22008.");
    }

    @Test
    void aPositionSetBackIsRefused() throws Exception {
        journal.accept(ShopEvents.order("e1", "2023-09-13T02:14:05Z", "a1", "o1"));
        project();
        sql.update("update projection_position set position = 0, checksum = 0");
        try (Projector projector = start(SETTINGS)) {
            awaitTrouble(projector, "set back by hand");
        }
        assertThat(sql.queryForObject("select count(*) from event", Long.class)).isEqualTo(1);
    }

    @Test
    void anotherJournalIsRefused(@TempDir Path other) throws Exception {
        journal.accept(ShopEvents.order("e1", "2023-09-13T02:14:05Z", "a1", "o1"));
        project();
        try (TestJournal foreign = new TestJournal(other)) {
            try (Projector projector = start(foreign, SETTINGS)) {
                awaitTrouble(projector, "the journal ends before");
            }
            foreign.accept(ShopEvents.order("e2", "2023-09-13T02:14:05Z", "a1", "o2"));
            foreign.commit();
            try (Projector projector = start(foreign, SETTINGS)) {
                awaitTrouble(projector, "not the one that the database holds");
            }
        }
        assertThat(sql.queryForList("select event_id from event", String.class)).containsExactly("e1");
    }

    @Test
    void aSecondProjectorOfTheSameJournalBringsNothingTwice() throws Exception {
        List<String> lines = TestJournal.simulated(5, 2, 40);
        try (Projector one = start(new ProjectionSettings(7, 1 << 20, Duration.ofDays(400)));
                Projector two = start(new ProjectionSettings(13, 1 << 20, Duration.ofDays(400)))) {
            for (String line : lines) {
                journal.accept(line);
                journal.commit();
            }
            long all = journal.lastNumber();
            Waiting.until(
                    "both caught up",
                    () -> one.state().position() == all && two.state().position() == all);
        }
        assertNoDifference();
    }

    @Test
    void lagIsTold() throws Exception {
        journal.accept(ShopEvents.order("e1", "2023-09-13T02:14:05Z", "a1", "o1"));
        journal.commit();
        Projector projector = new Projector(
                journal.tail(), new ProjectionTarget(database.source(), TestJournal.SHOP), SETTINGS, TIME);
        assertThat(projector.state().lagRecords()).isEqualTo(1);
        projector.start();
        try (projector) {
            awaitAll(projector);
            assertThat(projector.state())
                    .extracting(ProjectionState::lagRecords, ProjectionState::projected, ProjectionState::trouble)
                    .containsExactly(0L, 1L, null);
        }
    }

    private Projector start(ProjectionSettings settings) {
        return start(journal, settings);
    }

    private Projector start(TestJournal from, ProjectionSettings settings) {
        Projector projector =
                new Projector(from.tail(), new ProjectionTarget(database.source(), TestJournal.SHOP), settings, TIME);
        projector.start();
        return projector;
    }

    /** Brings everything in. */
    private void project() throws Exception {
        journal.commit();
        try (Projector projector = start(SETTINGS)) {
            awaitAll(projector);
        }
    }

    private void awaitAll(Projector projector) throws InterruptedException {
        long all = projector.committed();
        Waiting.until(
                "everything is projected: " + projector.state(),
                () -> projector.state().position() >= all);
    }

    private static void awaitTrouble(Projector projector, String words) throws InterruptedException {
        Waiting.until(words, () -> String.valueOf(projector.state().trouble()).contains(words));
    }

    private static ProjectionSettings settings(Random random) {
        return new ProjectionSettings(1 + random.nextInt(700), 1 + random.nextInt(200_000), Duration.ofDays(400));
    }

    private int feed(List<String> lines, int from, Random random) throws IOException {
        int to = Math.min(lines.size(), from + 1 + random.nextInt(600));
        for (String line : lines.subList(from, to)) {
            if (random.nextInt(10) == 0) {
                journal.count(line);
            } else {
                journal.accept(line);
            }
            if (random.nextInt(40) == 0) {
                String value = "v" + random.nextInt(5);
                journal.change("list" + random.nextInt(2), random.nextBoolean(), value, Long.MAX_VALUE);
            }
        }
        journal.commit();
        return to;
    }

    private void terminateConnections() {
        sql.queryForList("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid()");
    }

    private ProjectionCheck.Findings findings() throws SQLException {
        return new ProjectionCheck(journal.tail(), TestJournal.SHOP, SETTINGS).run(database.source(), TIME.instant());
    }

    private void assertNoDifference() throws SQLException {
        ProjectionCheck.Findings findings = findings();
        assertThat(findings.differences()).isEmpty();
        assertThat(findings.records()).isEqualTo(journal.lastNumber());
    }
}
