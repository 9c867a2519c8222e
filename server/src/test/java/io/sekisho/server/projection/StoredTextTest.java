package io.sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.Waiting;
import io.sekisho.server.access.TestDatabase;
import io.sekisho.server.projection.table.StoredText;
import io.sekisho.wire.json.CanonicalJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts that break lines, quotes, escapes, encodings and indexes come back as they were sent. */
final class StoredTextTest {

    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2023-10-01T00:00:00Z"));
    private static final ProjectionSettings SETTINGS = ProjectionSettings.of(Duration.ofDays(400));
    private static final long SEED = 42;

    private static final List<String> NASTY = List.of(
            "tab\tnew\nline\rreturn",
            "back\\slash \\N \\. \\x41 \\000",
            "quote\"'`$$ {a,b} ; drop table event; --",
            "nul\0in the middle",
            "\0",
            "\uFDD0",
            "\uFDD00",
            "\uFDD0\0\uFDD01",
            "\u0001\u001f\u007f\u0085\u2028\uFEFF",
            "関所 😀 e\u0301 \uD83D\uDC68\u200D\uD83D\uDC69",
            "PGCOPY\n\u00ff\r\n",
            "NULL",
            " leading and trailing ",
            "x".repeat(256),
            "x".repeat(257),
            "x".repeat(159) + "😀" + "y".repeat(200),
            "\0".repeat(256),
            "\0".repeat(700),
            "関".repeat(1_500));

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void everyTextComesBack() throws Exception {
        try (TestJournal journal = new TestJournal(folder)) {
            for (int i = 0; i < NASTY.size(); i++) {
                journal.accept(order(NASTY.get(i), "e" + i));
                journal.accept(free(NASTY.get(i), "f" + i));
                journal.change(NASTY.get(i), true, NASTY.get(i), Long.MAX_VALUE);
            }
            journal.commit();
            project(journal);
            assertThat(new ProjectionCheck(journal.tail(), TestJournal.SHOP, SETTINGS)
                            .run(database.source(), TIME.instant())
                            .differences())
                    .isEmpty();
        }
        Activity activity = new Activity(JdbcClient.create(database.source()), TestJournal.SHOP);
        for (String text : NASTY) {
            List<Map<String, Object>> items =
                    activity.of(text, Optional.empty(), 10).orElseThrow().items();
            assertThat(items).hasSize(2);
            assertThat(items.get(1)).containsEntry("order_id", text);
        }
    }

    @Test
    void formsAreReversibleAndDifferentForDifferentTexts() {
        Random random = new Random(SEED);
        Set<String> texts = new HashSet<>(NASTY);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append("\0\uFDD001a".charAt(random.nextInt(5)));
            }
            texts.add(text.toString());
        }
        Map<String, String> byForm = new HashMap<>();
        for (String text : texts) {
            String form = StoredText.encode(text);
            assertThat(form.indexOf(0)).as("seed %s", SEED).isNegative();
            assertThat(StoredText.decode(form)).as("seed %s", SEED).isEqualTo(text);
            assertThat(byForm.put(form, text)).as("seed %s", SEED).isNull();
        }
    }

    @Test
    void idsOfAnyLengthFitAnIndexAndStayApart() {
        String one = "x".repeat(5_000);
        assertThat(StoredText.id(one)).hasSizeLessThanOrEqualTo(256).isNotEqualTo(StoredText.id(one + "y"));
        assertThat(StoredText.isShortened(String.valueOf(StoredText.id(one)))).isTrue();
        assertThat(StoredText.id("x".repeat(256))).isEqualTo("x".repeat(256));
        assertThat(StoredText.isShortened("x".repeat(256))).isFalse();
        assertThat(StoredText.id(null)).isNull();
    }

    private void project(TestJournal journal) throws InterruptedException {
        try (Projector projector = new Projector(
                journal.tail(), new ProjectionTarget(database.source(), TestJournal.SHOP), SETTINGS, TIME)) {
            projector.start();
            Waiting.until("everything is projected", () -> projector.state().position() == journal.lastNumber());
            assertThat(projector.state().failures()).isZero();
        }
    }

    private static String order(String text, String id) {
        Map<String, Object> money = Map.of("value", 7L, "currency", "JPY");
        Map<String, Object> order = Map.of(
                "order_id", text,
                "amount", money,
                "items", List.of(Map.of("sku", text, "category", text, "recipient", Map.of("account_id", text))),
                "payment", Map.of("payment_id", text, "card", Map.of("token", text, "brand", text)),
                "shipping", Map.of("address_id", text));
        return event(id, "order.created", "2023-09-13T02:14:05Z", Map.of("account_id", text, "order", order));
    }

    private static String free(String text, String id) {
        Map<String, Object> data = new HashMap<>();
        data.put("account_id", text);
        data.put("device_id", text);
        data.put("session_id", text);
        data.put(text, new ArrayList<>(List.of(text)));
        return event(id, "custom.free", "2023-09-13T02:14:06Z", data);
    }

    private static String event(String id, String type, String time, Map<String, Object> data) {
        return new CanonicalJson()
                .write(Map.of(
                        "specversion", "1.0",
                        "id", id,
                        "source", "https://shop.example",
                        "type", type,
                        "time", time,
                        "data", data));
    }
}
