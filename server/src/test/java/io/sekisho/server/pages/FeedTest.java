package io.sekisho.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.RunningServer;
import io.sekisho.server.Waiting;
import io.sekisho.server.pages.live.LiveFeed;
import io.sekisho.server.pages.live.Viewer;
import io.sekisho.server.projection.Projector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The stream of new decisions: nothing is missed, nothing is doubled, nobody holds it up. */
@Timeout(120)
final class FeedTest {

    @TempDir
    private static Path data;

    private static Shop shop;
    private static LiveFeed feed;
    private static Projector projector;

    @BeforeAll
    static void start() throws Exception {
        RunningServer server = RunningServer.start(data).whenUp();
        shop = new Shop(server);
        feed = server.part(LiveFeed.class);
        projector = server.part(Projector.class);
        Waiting.until("the projection goes on", () -> projector.state().trouble() == null);
    }

    @AfterAll
    static void stop() {
        shop.server.close();
    }

    @Test
    void whoComesAndGoesSeesEachDecisionOnce() throws Exception {
        Random random = new Random(7);
        long after = settled();
        try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
            Future<?> sending = sender.submit(() -> {
                for (int batch = 0; batch < 40; batch++) {
                    shop.send(logins("once-" + batch, 10));
                }
                return null;
            });
            List<String> seen = new ArrayList<>();
            String last = "";
            while (seen.size() < 400) {
                int most = Math.min(400 - seen.size(), 1 + random.nextInt(60));
                try (StreamReading reading = new StreamReading(shop, "?after=" + after, last)) {
                    reading.next("decision", most).forEach(told -> seen.add(told.id()));
                }
                last = seen.getLast();
            }
            sending.get();

            assertThat(seen).containsExactlyElementsOf(sequencesAfter(after));
        }
    }

    @Test
    void whoWasAwayForTooLongIsToldOfAGap() throws Exception {
        // While anybody looks on the last rows are remembered, and there is no gap.
        Waiting.until("nobody looks on", () -> feed.viewers() == 0);
        long after = settled();
        shop.send(logins("gap", 900));
        settled();

        try (StreamReading reading = new StreamReading(shop, "?after=" + after, "")) {
            String gap = reading.next("gap", 1).getFirst().id();
            shop.send(logins("after-gap", 1));

            String next = reading.next("decision", 1).getFirst().id();
            assertThat(Long.parseLong(gap)).isGreaterThanOrEqualTo(after + 900);
            assertThat(sequencesAfter(Long.parseLong(gap))).containsExactly(next);
        }
    }

    @Test
    void theFilterHoldsForTheStream() throws Exception {
        long after = settled();
        shop.send(logins("filter", 3));
        shop.decide(Shop.event("filter-p", "password.changed", shop.at(500), "{'account_id':'f','reason':'user'}"));

        try (StreamReading reading = new StreamReading(shop, "?kinds=changes&after=" + after, "")) {
            assertThat(reading.next("decision", 1).getFirst().data()).contains("Password changed");
        }
    }

    @Test
    void whoDoesNotReadIsLetGoOfAndHoldsNobodyUp() throws Exception {
        Viewer slow = feed.join(settled()).orElseThrow();
        Viewer quick = feed.join(settled()).orElseThrow();
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<Integer> read = reader.submit(() -> {
                int rows = 0;
                while (rows < 2_600) {
                    rows += quick.take(Duration.ofSeconds(30)).size();
                }
                return rows;
            });
            for (int batch = 0; batch < 13; batch++) {
                shop.send(logins("slow-" + batch, 200));
            }

            assertThat(read.get()).isEqualTo(2_600);
        } finally {
            quick.leave();
        }
        int kept = 0;
        while (!slow.isOver()) {
            kept += slow.take(Duration.ofMillis(1)).size();
        }
        assertThat(kept).isEqualTo(2_000);
        Waiting.until("nobody is left", () -> feed.viewers() == 0);
    }

    @Test
    void atMostAHundredLookOn() throws Exception {
        Waiting.until("nobody looks on", () -> feed.viewers() == 0);
        List<Viewer> viewers = IntStream.range(0, 100)
                .mapToObj(one -> feed.join(Long.MAX_VALUE).orElseThrow())
                .toList();
        try {
            assertThat(feed.join(0)).isEmpty();
            assertThat(shop.page("/live/stream").statusCode()).isEqualTo(503);
        } finally {
            viewers.forEach(Viewer::leave);
        }
        assertThat(feed.viewers()).isZero();
    }

    private static List<String> logins(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Shop.login(name + "-" + i, shop.at(600), name + "-acc-" + i, "d"))
                .toList();
    }

    /** Where the projection is when it has caught up. */
    private static long settled() {
        assertThat(projector.awaitCommitted(Duration.ofSeconds(30))).isZero();
        return projector.state().position();
    }

    private static List<String> sequencesAfter(long sequence) {
        settled();
        return new JdbcTemplate(shop.server.part(DataSource.class))
                .queryForList(
                        "select sequence::text from decision where sequence > ? order by sequence",
                        String.class,
                        sequence);
    }
}
