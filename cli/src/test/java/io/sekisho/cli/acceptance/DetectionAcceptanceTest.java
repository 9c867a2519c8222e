package io.sekisho.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.acceptance.Command.Result;
import io.sekisho.wire.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The starter policy against the article's attack, and against honest customers who look a little like it. */
@Tag("slow")
class DetectionAcceptanceTest {

    private static final double MOST_CHALLENGED = 0.02;
    private static final double MOST_HELD = 0.002;
    private static final double MOST_GIFTS_CHALLENGED = 0.10;
    private static final double MOST_GIFTS_HELD = 0.01;
    private static final double MOST_NOTICES = 0.5;
    private static final long LATEST_NOTICE_MILLIS = 30_000;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "S01 variant {0}, seed {1}")
    @CsvSource({"a,7", "a,19", "a,101", "b,7", "b,19", "b,101", "c,7", "c,19", "c,101", "d,7", "d,19", "d,101", "e,7"})
    void stopsTheArticlesAttackAndSparesTheHonest(String variant, String seed) throws Exception {
        Map<?, ?> score = score("--scenario", "S01", "--variant", variant, "--seed", seed);

        Map<?, ?> attack = all(score, "attacks").getFirst();
        assertThat(number(attack, "cases")).isGreaterThanOrEqualTo(20);
        assertThat(number(attack, "codes_lost_max_per_account"))
                .as("codes lost by an account")
                .isLessThanOrEqualTo(1);
        assertThat(number(attack, "codes_lost"))
                .as("codes lost in all")
                .isLessThanOrEqualTo(variant.equals("c") ? 3 : 20);
        Map<?, ?> notice = (Map<?, ?>) attack.get("notice_delay");
        assertThat(number(notice, "missing")).as("accounts never told").isZero();
        assertThat(number(notice, "max_millis")).as("latest notice").isLessThanOrEqualTo(LATEST_NOTICE_MILLIS);
        spares(score);
    }

    @Test
    void sparesCustomersInTraps() throws Exception {
        Map<?, ?> score = score("--trap", "T05,T09,T10", "--seed", "7");

        spares(score);
        assertThat(all(score, "traps")).hasSize(3);
        for (Map<?, ?> trap : all(score, "traps")) {
            Map<?, ?> orders = (Map<?, ?>) trap.get("orders");
            String name = String.valueOf(trap.get("trap"));
            assertThat(share(orders, "challenge")).as(name).isLessThanOrEqualTo(MOST_CHALLENGED);
            assertThat(share(orders, "hold")).as(name).isLessThanOrEqualTo(MOST_HELD);
            assertThat(hits(orders, "deny")).as(name).isZero();
        }
    }

    private static void spares(Map<?, ?> score) {
        Map<?, ?> orders = all(score, "honest").get(0);
        assertThat(share(orders, "challenge")).as("orders asked about").isLessThanOrEqualTo(MOST_CHALLENGED);
        assertThat(share(orders, "hold")).as("orders held").isLessThanOrEqualTo(MOST_HELD);
        assertThat(hits(orders, "deny")).as("orders denied").isZero();
        Map<?, ?> gifts = all(score, "honest").get(1);
        assertThat(gifts.get("group")).isEqualTo("gift_orders");
        assertThat(share(gifts, "challenge")).as("gift orders asked about").isLessThanOrEqualTo(MOST_GIFTS_CHALLENGED);
        assertThat(share(gifts, "hold")).as("gift orders held").isLessThanOrEqualTo(MOST_GIFTS_HELD);
        Map<?, ?> notices = (Map<?, ?>) score.get("honest_notices");
        assertThat(((Number) notices.get("per_account_30_days")).doubleValue()).isLessThanOrEqualTo(MOST_NOTICES);
    }

    private Map<?, ?> score(String... world) throws Exception {
        Command command = new Command(folder);
        List<String> simulate = new ArrayList<>(List.of(
                "simulate", "--days", "30", "--accounts", "2000", "--events", "e.ndjson", "--labels", "l.ndjson"));
        simulate.addAll(List.of(world));
        succeed(command.run(simulate.toArray(String[]::new)));
        succeed(command.run("replay", "--events", "e.ndjson", "--decisions", "d.ndjson"));
        Result scored = command.run(
                "score", "--events", "e.ndjson", "--decisions", "d.ndjson", "--labels", "l.ndjson", "--json");
        succeed(scored);
        byte[] json = scored.out().getBytes(StandardCharsets.UTF_8);
        return (Map<?, ?>)
                JsonTree.read(json, 0, json.length, new ArrayList<>()).orElseThrow();
    }

    private static List<Map<?, ?>> all(Map<?, ?> score, String name) {
        List<Map<?, ?>> all = new ArrayList<>();
        ((List<?>) score.get(name)).forEach(element -> all.add((Map<?, ?>) element));
        return all;
    }

    private static long number(Map<?, ?> map, String name) {
        return ((Number) map.get(name)).longValue();
    }

    private static double share(Map<?, ?> group, String rate) {
        return ((Number) ((Map<?, ?>) group.get(rate)).get("share")).doubleValue();
    }

    private static long hits(Map<?, ?> group, String rate) {
        return number((Map<?, ?>) group.get(rate), "hits");
    }

    private static void succeed(Result result) {
        assertThat(result.exit()).as(result.err()).isZero();
    }
}
