package io.sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.Waiting;
import io.sekisho.server.access.MovingTime;
import io.sekisho.server.access.TestDatabase;
import io.sekisho.server.projection.table.Column;
import io.sekisho.server.projection.table.Kind;
import io.sekisho.server.projection.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Months are made when they are needed and dropped when they are over. */
final class MonthsTest {

    private static final ProjectionSettings SETTINGS = ProjectionSettings.of(Duration.ofDays(400));
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcTemplate sql = database.template();
    private TestJournal journal;
    private int sent;

    @BeforeEach
    void open() {
        journal = new TestJournal(folder);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    @Test
    void eachEventIsInTheMonthInWhichItHappened() throws Exception {
        send("2023-12-31T23:59:59.999Z", "2024-01-01T00:00:00Z", "2023-12-31T23:30:00-01:00");
        send("2024-01-01T08:59:59.999+09:00", "2024-02-29T23:59:59Z", "2015-03-01T00:00:00Z");
        project(InstantSource.fixed(Instant.parse("2024-03-01T00:00:00Z")));

        assertThat(partitionOf("2023-12-31T23:59:59.999Z")).isEqualTo("event_y2023m12");
        assertThat(partitionOf("2024-01-01T00:00:00Z")).isEqualTo("event_y2024m01");
        assertThat(partitionOf("2024-01-01T00:30:00Z")).isEqualTo("event_y2024m01");
        assertThat(partitionOf("2023-12-31T23:59:59.999Z")).isEqualTo("event_y2023m12");
        assertThat(partitionOf("2024-02-29T23:59:59Z")).isEqualTo("event_y2024m02");
        assertThat(partitionOf("2015-03-01T00:00:00Z")).isEqualTo("event_y2015m03");
        assertThat(partitions()).contains("event_y2024m03", "event_y2024m04", "event_y2024m05");
        assertThat(partitions()).contains("decision_y2024m05");
    }

    @Test
    void whatLiesTooFarBackIsKeptBesideTheMonths() throws Exception {
        send("0000-01-01T00:00:00+18:00", "1969-12-31T23:59:59.999Z", "2013-12-31T23:59:59Z", "2014-01-01T00:00:00Z");
        project(InstantSource.fixed(NOW));

        assertThat(sql.queryForObject("select count(*) from event_default", Long.class))
                .isEqualTo(3);
        assertThat(partitionOf("2014-01-01T00:00:00Z")).isEqualTo("event_y2014m01");
        assertNoDifference(NOW);
    }

    @Test
    void aMonthOfWhichTheDefaultPartitionHoldsRowsStaysThere() throws Exception {
        send("2024-06-15T00:00:00Z");
        project(InstantSource.fixed(NOW));
        assertThat(partitionOf("2024-06-15T00:00:00Z")).isEqualTo("event_default");

        send("2024-06-16T00:00:00Z");
        project(InstantSource.fixed(Instant.parse("2024-06-16T00:00:00Z")));
        assertThat(partitionOf("2024-06-16T00:00:00Z")).isEqualTo("event_default");
        assertThat(partitions()).contains("event_y2024m07").doesNotContain("event_y2024m06");
        assertNoDifference(NOW);
    }

    @Test
    void monthsAreDroppedWhenTheyAndTheirStayAreOver() throws Exception {
        send("2000-01-01T00:00:00Z", "2022-10-15T00:00:00Z", "2024-01-20T00:00:00Z");
        MovingTime time = new MovingTime(NOW.toString());
        project(time);
        assertThat(sql.queryForObject("select count(*) from event", Long.class)).isEqualTo(3);

        // Old when they came, they stay as long as what was new.
        time.pass(Duration.ofDays(399));
        project(time);
        assertThat(sql.queryForObject("select count(*) from event", Long.class)).isEqualTo(3);

        time.pass(Duration.ofDays(2));
        project(time);
        assertThat(events()).containsExactly("e2");
        assertThat(partitions()).doesNotContain("event_y2022m10").contains("event_y2024m01");

        time.pass(Duration.ofDays(60));
        project(time);
        assertThat(events()).isEmpty();
        assertThat(partitions()).doesNotContain("event_y2024m01", "decision_y2024m01");
        assertThat(sql.queryForObject("select count(*) from shop_order", Long.class))
                .as("what events left stays")
                .isEqualTo(3);
        assertNoDifference(time.instant());
    }

    @Test
    void theTablesHaveTheColumnsThatAreWritten() {
        Map<Kind, String> types = Map.of(
                Kind.TEXT, "text",
                Kind.WHOLE, "bigint",
                Kind.TIME, "timestamp with time zone",
                Kind.FLAG, "boolean",
                Kind.BYTES, "bytea",
                Kind.TEXTS, "ARRAY");
        for (Table<?> table : Table.all()) {
            List<String> expected = new ArrayList<>(List.of("shop_id text"));
            for (Column column : table.columns()) {
                expected.add(column.sql() + " " + types.get(column.kind()));
            }
            assertThat(sql.queryForList(
                            "select column_name || ' ' || data_type from information_schema.columns"
                                    + " where table_schema = 'public' and table_name = ? order by ordinal_position",
                            String.class,
                            table.name()))
                    .as(table.name())
                    .containsExactlyElementsOf(expected);
        }
    }

    private void send(String... times) throws IOException {
        for (String time : times) {
            journal.accept(ShopEvents.order("e" + sent, time, "a" + sent, "o" + sent));
            sent++;
        }
        journal.commit();
    }

    private void project(InstantSource time) throws InterruptedException {
        try (Projector projector = new Projector(
                journal.tail(), new ProjectionTarget(database.source(), TestJournal.SHOP), SETTINGS, time)) {
            projector.start();
            Waiting.until(
                    "everything is projected",
                    () -> projector.state().trouble() == null
                            && projector.state().lagRecords() == 0);
        }
    }

    private void assertNoDifference(Instant now) throws Exception {
        assertThat(new ProjectionCheck(journal.tail(), TestJournal.SHOP, SETTINGS)
                        .run(database.source(), now)
                        .differences())
                .isEmpty();
    }

    private List<String> events() {
        return sql.queryForList("select event_id from event order by 1", String.class);
    }

    private String partitionOf(String time) {
        return sql.queryForObject(
                "select distinct tableoid::regclass::text from event where happened_at = ?::timestamptz",
                String.class,
                time);
    }

    private List<String> partitions() {
        return sql.queryForList("select inhrelid::regclass::text from pg_inherits", String.class);
    }
}
