package io.sekisho.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of S01 in its variants. */
class GiftCardTakeoverTest {
    private static final Instant DAY_ONE = Instant.parse("2023-08-31T15:00:00Z");

    /** Distinct events of the attackers by account, by time. */
    private static Map<String, List<Map<String, Object>>> attacks(Written written) {
        Set<String> labelled = written.labelled("event");
        Set<Object> seen = new HashSet<>();
        return written.events().stream()
                .filter(event -> labelled.contains((String) event.get("id")) && seen.add(event.get("id")))
                .sorted(Comparator.comparing(Written::time))
                .collect(Collectors.groupingBy(Written::account, LinkedHashMap::new, Collectors.toList()));
    }

    private static Written play(long seed, String variant) {
        return Written.by(SimulationPlan.of(seed, 30, 1200).withScenario("S01", variant));
    }

    private static List<Map<String, Object>> ofType(List<Map<String, Object>> events, String type) {
        return events.stream().filter(event -> event.get("type").equals(type)).toList();
    }

    private static boolean isGift(Map<String, Object> order) {
        return order.toString().contains("gift_code");
    }

    @ParameterizedTest
    @CsvSource({"plain,60", "a,600", "b,60", "d,60", "e,60"})
    void aProbeThenFiveToTenCodesInTime(String variant, int mostMinutes) {
        Written written = play(17, variant);
        Map<String, List<Map<String, Object>>> attacks = attacks(written);

        assertThat(attacks).hasSize(12);
        attacks.forEach((account, events) -> {
            List<Map<String, Object>> orders = ofType(events, "order.created");
            List<Map<String, Object>> gifts =
                    orders.stream().filter(GiftCardTakeoverTest::isGift).toList();
            List<Map<String, Object>> declined = ofType(events, "payment.declined");
            assertThat(gifts.size() - declined.size()).isBetween(5, 10);
            assertThat(orders.size() - gifts.size()).isBetween(0, 1);
            assertThat(Duration.between(
                            Written.time(gifts.getFirst()),
                            Written.time(gifts.get(gifts.size() - declined.size() - 1))))
                    .isLessThan(Duration.ofMinutes(mostMinutes));
            assertThat(gifts)
                    .allSatisfy(gift -> assertThat((Long) Json.at(gift, "data.order.amount.value"))
                            .isBetween(3000L, 5000L));
            orders.stream()
                    .filter(order -> !isGift(order))
                    .forEach(probe -> assertThat(Json.at(probe, "data.order.amount.value"))
                            .isEqualTo(530L));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a", "b", "c", "d"})
    void signsInFirstFromADeviceNewToTheAccountAndHidesEveryOrderInSeconds(String variant) {
        Written written = play(19, variant);
        Set<String> labelled = written.labelled("event");
        Set<String> honestPairs = written.events().stream()
                .filter(event -> !labelled.contains((String) event.get("id")))
                .map(event -> Written.account(event) + Json.at(event, "data.device_id"))
                .collect(Collectors.toSet());

        attacks(written).forEach((account, events) -> {
            Map<String, Object> login = ofType(events, "login.succeeded").getFirst();
            assertThat(events.getFirst().get("type")).asString().startsWith("login.");
            assertThat(Json.at(login, "data.auth_methods")).isEqualTo(List.of("password", "sms"));
            assertThat(honestPairs).doesNotContain(account + Json.at(login, "data.device_id"));
            for (Map<String, Object> order : ofType(events, "order.created")) {
                assertThat(Written.time(order)).isAfter(Written.time(login));
                assertThat(secondsUntilHidden(events, order)).isBetween(0L, 20L);
            }
        });
    }

    private static long secondsUntilHidden(List<Map<String, Object>> events, Map<String, Object> order) {
        return ofType(events, "order.visibility_changed").stream()
                .filter(event -> ((List<?>) Json.at(event, "data.order_ids")).contains(Written.order(order)))
                .mapToLong(event -> Duration.between(Written.time(order), Written.time(event))
                        .toSeconds())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void codesGoToRecipientsNewToTheAccount() {
        Written written = play(23, "plain");
        Set<String> labelled = written.labelled("event");
        Set<String> given = new HashSet<>();
        for (Map<String, Object> event : written.events()) {
            if (event.get("type").equals("gift_code.issued")) {
                String pair = Written.account(event) + Json.at(event, "data.recipient.email");
                boolean attack = labelled.contains((String) event.get("id"));
                assertThat(attack && given.contains("honest" + pair)).isFalse();
                given.add((attack ? "attack" : "honest") + pair);
            }
        }
    }

    @Test
    void attacksBeginAfterThreeDaysAndEndBeforeTheStreamDoes() {
        Written written = play(29, "a");

        attacks(written).forEach((account, events) -> {
            assertThat(Written.time(events.getFirst())).isAfter(DAY_ONE.plus(Duration.ofDays(3)));
            assertThat(ofType(events, "order.created").getLast())
                    .satisfies(order -> assertThat(Written.time(order)).isBefore(DAY_ONE.plus(Duration.ofDays(30))));
        });
        assertThat(written.labelled("account")).hasSize(12);
    }

    @Test
    void aRingSharesFewDevicesAndRecipientsOverTwentyAccountsWithinHours() {
        Map<String, List<Map<String, Object>>> attacks = attacks(play(31, "c"));

        List<Map<String, Object>> orders = attacks.values().stream()
                .flatMap(events -> ofType(events, "order.created").stream())
                .filter(GiftCardTakeoverTest::isGift)
                .sorted(Comparator.comparing(Written::time))
                .toList();
        assertThat(attacks).hasSize(20);
        assertThat(attacks.values())
                .allSatisfy(events -> assertThat(
                                ofType(events, "order.created").stream().filter(GiftCardTakeoverTest::isGift))
                        .hasSizeBetween(1, 2));
        assertThat(orders.stream()
                        .map(order -> Json.at(order, "data.device_id"))
                        .distinct())
                .hasSizeBetween(1, 3);
        assertThat(orders.stream().map(order -> Json.at(order, "data.ip")).distinct())
                .hasSizeBetween(1, 3);
        assertThat(Duration.between(Written.time(orders.getFirst()), Written.time(orders.getLast())))
                .isLessThan(Duration.ofHours(5));
    }

    @Test
    void aLateDeliveredAttackIsAskedMostlyInTime() {
        Written written = play(37, "d");
        Set<String> labelled = written.labelled("event");
        long asked = 0;
        long askedLate = 0;
        long doneLate = 0;
        Set<Object> seen = new HashSet<>();
        for (Map<String, Object> event : written.events()) {
            if (labelled.contains((String) event.get("id")) && seen.add(event.get("id"))) {
                boolean question = Set.of("login.succeeded", "order.created", "gift_code.issued")
                        .contains(event.get("type"));
                boolean late = event.containsKey("recordedtime");
                asked += question ? 1 : 0;
                askedLate += question && late ? 1 : 0;
                doneLate += !question && late ? 1 : 0;
            }
        }
        assertThat(askedLate).isLessThan(asked / 20);
        assertThat(doneLate).isGreaterThan(asked / 20);
    }

    @Test
    void victimsComeBackAndChangeThePassword() {
        Written written = play(41, "plain");
        Set<String> attacked = written.labelled("account");

        Set<String> changed = ofType(written.events(), "password.changed").stream()
                .map(Written::account)
                .filter(attacked::contains)
                .collect(Collectors.toSet());

        // Some notice only after the stream has ended.
        assertThat(changed).hasSizeGreaterThan(attacked.size() / 2);
    }
}
