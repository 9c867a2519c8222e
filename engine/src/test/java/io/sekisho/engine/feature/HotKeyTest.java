package io.sekisho.engine.feature;

import static io.sekisho.engine.feature.Aggregate.*;
import static io.sekisho.engine.feature.KeyKind.IP;
import static io.sekisho.engine.testkit.FeatureDraft.feature;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.feature.NaiveFeature.Kept;
import io.sekisho.engine.feature.NaiveFeature.Value;
import io.sekisho.engine.testkit.EventDraft;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One address that thousands share: the windows that move along, and what late events do to them. */
final class HotKeyTest {

    private static final int EVENTS = 4_000;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private static final Value DEVICE_ID =
            new Value("data.device_id", Kept.TEXT, event -> event.data().get("device_id"));
    private static final Value SESSION_ID =
            new Value("data.session_id", Kept.TEXT, event -> event.data().get("session_id"));
    private static final Value RTT =
            new Value("data.rtt_millis", Kept.WHOLE, event -> event.data().get("rtt_millis"));

    private static final List<NaiveFeature> FEATURES = List.of(
            NaiveFeature.of(feature("devices_10m", DISTINCT).by(IP).window("10m"), DEVICE_ID),
            NaiveFeature.of(feature("devices_1h", DISTINCT).by(IP).window("1h"), DEVICE_ID),
            NaiveFeature.of(feature("devices_24h", DISTINCT).by(IP).window("24h"), DEVICE_ID),
            NaiveFeature.of(
                    feature("devices_24h_before", DISTINCT).by(IP).window("24h").excludesCurrent(), DEVICE_ID),
            NaiveFeature.of(feature("sessions_ever", DISTINCT).by(IP).window("ever"), SESSION_ID),
            NaiveFeature.of(feature("rtts_6h", DISTINCT).by(IP).window("6h"), RTT),
            NaiveFeature.of(feature("count_ever", COUNT).by(IP).window("ever")),
            NaiveFeature.of(feature("sum_24h", SUM).by(IP).window("24h"), RTT),
            NaiveFeature.of(feature("stddev_1h", STDDEV).by(IP).window("1h"), RTT),
            NaiveFeature.of(feature("max_1h", MAX).by(IP).window("1h"), RTT));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersLikeTheOracle(long seed) {
        OracleRun oracle = new OracleRun(FEATURES, "seed " + seed);
        Random random = new Random(seed);
        long clock = EventDraft.EPOCH;
        for (int i = 0; i < EVENTS; i++) {
            clock += random.nextInt(60) * 1_000L;
            // Windows run empty over two quiet days; over a quiet year entries leave and indexes shift, once while a
            // window stands at the beginning, which what comes after grows back over.
            clock += random.nextInt(500) == 0 ? 2 * DAY : 0;
            clock += i == 300 || i == 2_500 ? 250 * DAY : 0;
            oracle.step(event(random, clock));
        }
    }

    private static Event event(Random random, long clock) {
        long late = switch (random.nextInt(20)) {
            case 0 -> random.nextInt(2_000);
            case 1 -> random.nextInt(3_600_000);
            case 2 -> random.nextLong(2 * DAY);
            default -> 0;
        };
        // The product of two draws is small more often than not: some devices are seen over and over.
        int device = random.nextInt(60) * random.nextInt(60);
        return EventDraft.event("login.succeeded")
                .at(clock - late)
                .receivedAt(clock)
                .ip("203.0.113.9")
                .account("a1")
                .past()
                .device("d" + device)
                .session("s" + random.nextInt(3_000))
                .with("rtt_millis", (long) random.nextInt(500))
                .build();
    }
}
