package io.sekisho.engine.feature;

import static io.sekisho.engine.feature.Aggregate.*;
import static io.sekisho.engine.feature.KeyKind.*;
import static io.sekisho.engine.testkit.FeatureDraft.feature;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.feature.NaiveFeature.Condition;
import io.sekisho.engine.feature.NaiveFeature.Kept;
import io.sekisho.engine.feature.NaiveFeature.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The features that the oracle is asked for: every aggregate, window, key and kind of value at least once. */
final class FeatureTable {

    private FeatureTable() {}

    private static final Condition IN_WEB = new Condition(
            "data.channel == \"web\"", event -> "web".equals(event.data().get("channel")));
    private static final Condition HAS_GIFT = new Condition(
            "data.order.items.exists(i, i.category == \"gift_code\")",
            event -> event.items().stream().map(Item::category).anyMatch("gift_code"::equals));
    private static final Condition GIFT_OVER_3000 = new Condition("gift_amount() > 3000", event -> gift(event) > 3000);
    private static final Condition SLOW_OR_APP = new Condition(
            "data.rtt_millis > 100 || data.channel == \"app\"",
            event -> "app".equals(event.data().get("channel"))
                    || (event.data().get("rtt_millis") instanceof Long rtt && rtt > 100));
    private static final Condition NO_LOGIN = new Condition(
            "!event.type.startsWith(\"login.\")", event -> !event.typeName().startsWith("login."));
    private static final Condition HAS_POINTS =
            new Condition("has(data.points)", event -> event.data().containsKey("points"));

    private static final Value AMOUNT = new Value("data.order.amount.value", Kept.WHOLE, FeatureTable::amount);
    private static final Value GIFT = new Value("gift_amount()", Kept.WHOLE, FeatureTable::gift);
    private static final Value RTT = new Value("data.rtt_millis", Kept.WHOLE, event -> rtt(event));
    private static final Value MUCH = new Value(
            "data.rtt_millis * 100000000000 - 5000000000000",
            Kept.WHOLE,
            event -> rtt(event) == null ? null : rtt(event) * 100_000_000_000L - 5_000_000_000_000L);
    private static final Value RATIO = new Value(
            "double(data.rtt_millis) / 7.0", Kept.NUMBER, event -> rtt(event) == null ? null : rtt(event) / 7.0);
    private static final Value POINTS = new Value("data.points", Kept.NUMBER, event -> points(event));
    private static final Value POINTS_AS_TEXT = new Value("data.points", Kept.TEXT, event -> points(event));
    private static final Value DEVICE_ID = new Value("data.device_id", Kept.TEXT, event -> data(event, "device_id"));
    private static final Value SESSION_ID = new Value("data.session_id", Kept.TEXT, event -> data(event, "session_id"));
    private static final Value ACCOUNT_ID = new Value("data.account_id", Kept.TEXT, event -> data(event, "account_id"));
    private static final Value BREACHED =
            new Value("data.breached_password", Kept.FLAG, event -> data(event, "breached_password"));

    static List<NaiveFeature> all() {
        return java.util.stream.Stream.of(times(), wholes(), numbers(), distincts(), lasts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<NaiveFeature> times() {
        return List.of(
                NaiveFeature.of(feature("count_1m", COUNT).window("1m")),
                NaiveFeature.of(feature("count_1m_device", COUNT)
                        .window("1m")
                        .by(DEVICE)
                        .excludesCurrent()),
                NaiveFeature.of(feature("count_1h_ip", COUNT).window("1h").by(IP)),
                NaiveFeature.of(
                        feature("count_24h_card", COUNT).by(CARD).on("order.created", "payment.*"), SLOW_OR_APP),
                NaiveFeature.of(
                        feature("count_30d_recipient", COUNT).window("30d").by(RECIPIENT), HAS_GIFT),
                NaiveFeature.of(
                        feature("count_180d_email", COUNT).window("180d").by(EMAIL)),
                NaiveFeature.of(feature("count_ever", COUNT).window("ever"), IN_WEB),
                NaiveFeature.of(
                        feature("count_ever_before", COUNT).window("ever").excludesCurrent(), IN_WEB),
                NaiveFeature.of(feature("count_pair", COUNT).window("10m").by(ACCOUNT, DEVICE), NO_LOGIN),
                NaiveFeature.of(
                        feature("count_pair_ip_card", COUNT).window("7d").by(IP, CARD)),
                NaiveFeature.of(
                        feature("count_yen", COUNT).window("7d").currency("JPY").by(RECIPIENT, ACCOUNT)),
                NaiveFeature.of(feature("age_30d", AGE).window("30d")),
                NaiveFeature.of(feature("age_ever_device", AGE)
                        .window("ever")
                        .by(DEVICE)
                        .on("login.*")),
                NaiveFeature.of(feature("age_ever_recipient", AGE)
                        .window("ever")
                        .by(RECIPIENT)
                        .excludesCurrent()),
                NaiveFeature.of(feature("since_1h", TIME_SINCE).window("1h").excludesCurrent(), IN_WEB),
                NaiveFeature.of(
                        feature("since_24h_recipient", TIME_SINCE).by(RECIPIENT).excludesCurrent()),
                NaiveFeature.of(
                        feature("since_ever_session", TIME_SINCE).window("ever").by(SESSION), GIFT_OVER_3000),
                NaiveFeature.of(feature("known_ever_pair", KNOWN)
                        .window("ever")
                        .by(ACCOUNT, RECIPIENT)
                        .excludesCurrent()),
                NaiveFeature.of(
                        feature("known_90d_card", KNOWN).window("90d").by(CARD).excludesCurrent()),
                NaiveFeature.of(feature("known_1h_device", KNOWN).window("1h").by(DEVICE), HAS_POINTS));
    }

    private static List<NaiveFeature> wholes() {
        return List.of(
                NaiveFeature.of(feature("sum_1h", SUM).window("1h").currency("JPY"), AMOUNT),
                NaiveFeature.of(
                        feature("sum_24h_gift_recipient", SUM).by(RECIPIENT).currency("JPY"), GIFT),
                NaiveFeature.of(
                        feature("sum_180d_before", SUM)
                                .window("180d")
                                .excludesCurrent()
                                .currency("USD"),
                        AMOUNT),
                NaiveFeature.of(feature("sum_ever", SUM).window("ever"), IN_WEB, RTT),
                NaiveFeature.of(feature("sum_much", SUM).window("ever").by(DEVICE), MUCH),
                NaiveFeature.of(feature("avg_30d", AVG).window("30d"), RTT),
                NaiveFeature.of(feature("avg_ever_ip", AVG).window("ever").by(IP), RTT),
                NaiveFeature.of(feature("stddev_7d", STDDEV).window("7d"), RTT),
                NaiveFeature.of(feature("stddev_ever", STDDEV).window("ever").excludesCurrent(), MUCH),
                NaiveFeature.of(feature("min_1h", MIN).window("1h"), RTT),
                NaiveFeature.of(
                        feature("max_ever_card", MAX).window("ever").by(CARD).currency("JPY"), AMOUNT),
                NaiveFeature.of(feature("max_24h_recipient", MAX).by(RECIPIENT).excludesCurrent(), GIFT));
    }

    private static List<NaiveFeature> numbers() {
        return List.of(
                NaiveFeature.of(feature("sum_ratio_24h", SUM), RATIO),
                NaiveFeature.of(feature("sum_points_ever", SUM).window("ever"), POINTS),
                NaiveFeature.of(feature("avg_points_7d", AVG).window("7d").by(DEVICE), HAS_POINTS, POINTS),
                NaiveFeature.of(feature("stddev_ratio_24h", STDDEV).by(DEVICE), RATIO),
                NaiveFeature.of(feature("min_points_30d", MIN).window("30d").excludesCurrent(), POINTS),
                NaiveFeature.of(feature("max_points_ever", MAX).window("ever").by(SESSION), POINTS));
    }

    private static List<NaiveFeature> distincts() {
        return List.of(
                NaiveFeature.of(
                        feature("devices_of_ip_1h", DISTINCT).window("1h").by(IP), DEVICE_ID),
                NaiveFeature.of(
                        feature("devices_of_ip_30d", DISTINCT).window("30d").by(IP), DEVICE_ID),
                NaiveFeature.of(
                        feature("devices_of_ip_before", DISTINCT)
                                .window("30d")
                                .by(IP)
                                .excludesCurrent(),
                        DEVICE_ID),
                NaiveFeature.of(feature("sessions_ever", DISTINCT).window("ever"), SESSION_ID),
                NaiveFeature.of(
                        feature("accounts_of_card", DISTINCT).window("180d").by(CARD), ACCOUNT_ID),
                NaiveFeature.of(feature("points_kinds", DISTINCT).window("7d"), POINTS_AS_TEXT),
                NaiveFeature.of(feature("rtts", DISTINCT).window("24h").by(DEVICE), RTT),
                NaiveFeature.of(feature("flags", DISTINCT).window("10m"), BREACHED));
    }

    private static List<NaiveFeature> lasts() {
        return List.of(
                NaiveFeature.of(feature("last_device_1h", LAST).window("1h").excludesCurrent(), DEVICE_ID),
                NaiveFeature.of(
                        feature("last_account_ever", LAST).window("ever").by(RECIPIENT), ACCOUNT_ID),
                NaiveFeature.of(feature("last_rtt_before", LAST).window("ever").excludesCurrent(), RTT),
                NaiveFeature.of(
                        feature("last_rtt_recipient", LAST)
                                .window("30d")
                                .by(RECIPIENT)
                                .excludesCurrent(),
                        RTT),
                NaiveFeature.of(feature("last_ratio", LAST).window("24h").by(CARD), RATIO),
                NaiveFeature.of(feature("last_breached", LAST).window("180d"), NO_LOGIN, BREACHED));
    }

    private static @Nullable Object amount(Event event) {
        Money amount = event.data().containsKey("order") ? event.amount() : null;
        return amount == null ? null : amount.value();
    }

    private static long gift(Event event) {
        if (event.typeName().startsWith("gift_code.")) {
            return event.amount() == null ? 0 : event.amount().value();
        }
        Money total = event.amount();
        return event.items().stream()
                .filter(item -> "gift_code".equals(item.category()) || "balance_topup".equals(item.category()))
                .filter(item -> item.amount() != null)
                .filter(item ->
                        total == null || total.currency().equals(item.amount().currency()))
                .mapToLong(item -> item.amount().value())
                .sum();
    }

    private static @Nullable Long rtt(Event event) {
        return (Long) event.data().get("rtt_millis");
    }

    private static @Nullable Object points(Event event) {
        return data(event, "points");
    }

    private static @Nullable Object data(Event event, String name) {
        return event.data().get(name);
    }
}
