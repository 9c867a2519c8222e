package io.sekisho.server.notice.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.Waiting;
import io.sekisho.server.projection.ProjectedEvent;
import io.sekisho.server.projection.ProjectionSettings;
import io.sekisho.server.projection.ProjectionTarget;
import io.sekisho.server.projection.Projector;
import io.sekisho.server.projection.RecordFollower;
import io.sekisho.server.projection.TestJournal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind the real projector, which is killed, cut off and begun anew, each decision is told once, and none is forgotten. */
final class FollowingTest {

    @TempDir
    private Path folder;

    /** Fails now and then, behind the rows that were written. */
    private record Faulty(RecordFollower followed, Random random) implements RecordFollower {

        @Override
        public void forget() {
            followed.forget();
        }

        @Override
        public void follow(Connection connection, List<ProjectedEvent> events) throws SQLException {
            followed.follow(connection, events);
            if (random.nextInt(6) == 0) {
                throw new SQLException("planted", "08006");
            }
        }

        @Override
        public void committed() {
            followed.committed();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void everyDecisionThatNotifiesIsToldOnce(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> lines = TestJournal.simulated(seed, 5, 150);
        try (Desk desk = new Desk(folder.resolve("secrets"));
                TestJournal journal = new TestJournal(folder.resolve("journal"))) {
            int fed = 0;
            while (fed < lines.size()) {
                try (Projector projector = start(desk, journal, random)) {
                    int to = Math.min(lines.size(), fed + 1 + random.nextInt(lines.size() / 4));
                    for (; fed < to; fed++) {
                        journal.accept(lines.get(fed));
                    }
                    journal.commit();
                    desk.sql.queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()");
                    if (random.nextBoolean()) {
                        awaitAll(projector, journal);
                    }
                }
            }
            try (Projector projector = start(desk, journal, random)) {
                awaitAll(projector, journal);
                assertThat(projector.state().failures()).isZero();
            }
            List<String> decided = desk.sql.queryForList(
                    "select decision_id from decision where 'notify_out_of_band' = any(actions) order by 1",
                    String.class);
            assertThat(decided).as("seed %d", seed).isNotEmpty();
            assertThat(desk.sql.queryForList("select decision_id from notice_act order by 1", String.class))
                    .as("seed %d", seed)
                    .isEqualTo(decided);
            assertThat(desk.sql.queryForList(
                            "select reference from notice except select reference from notice_delivery", String.class))
                    .isEmpty();
        }
    }

    private static Projector start(Desk desk, TestJournal journal, Random random) {
        List<RecordFollower> followers = new ArrayList<>(List.of(new Faulty(desk.newOpening(), random)));
        ProjectionSettings settings =
                new ProjectionSettings(200 + random.nextInt(2_000), 1 << 20, Duration.ofDays(4_000));
        Projector projector = new Projector(
                journal.tail(),
                new ProjectionTarget(desk.database.source(), TestJournal.SHOP, followers),
                settings,
                desk.time);
        projector.start();
        return projector;
    }

    private static void awaitAll(Projector projector, TestJournal journal) throws InterruptedException {
        long all = journal.lastNumber();
        Waiting.until("everything is projected", () -> projector.state().position() >= all);
    }
}
