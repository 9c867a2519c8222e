package io.sekisho.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A key may send so much in a minute, and is told how much is left. */
final class QuotaTest {

    private static final long MINUTE = 60_000;
    private static final long START = 30_000_000 * MINUTE;

    private final Quota quota = new Quota();

    @Test
    void tellsWhatIsLeftAndWhenTheWindowEnds() {
        Quota.Standing standing = quota.take(key("a", 100), 1, START + 15_000);

        assertThat(standing.policy()).isEqualTo("\"default\";q=100;w=60");
        assertThat(standing.rateLimit()).isEqualTo("\"default\";r=99;t=45");
        assertThat(standing.isWithin()).isTrue();
    }

    @Test
    void whatIsBeyondIsRefusedAndNotCounted() {
        quota.take(key("a", 10), 8, START);

        Quota.Standing beyond = quota.take(key("a", 10), 3, START + 59_999);
        assertThat(beyond.isWithin()).isFalse();
        assertThat(beyond.remaining()).isEqualTo(2);
        assertThat(beyond.retryAfter()).isEqualTo("1");
        assertThat(beyond.problem().status()).isEqualTo(429);
        assertThat(beyond.problem().code()).isEqualTo("quota_exceeded");

        assertThat(quota.take(key("a", 10), 2, START + 59_999).isWithin()).isTrue();
    }

    @Test
    void theNextMinuteBeginsAnew() {
        quota.take(key("a", 10), 10, START);

        assertThat(quota.take(key("a", 10), 10, START + MINUTE).remaining()).isZero();
        assertThat(quota.take(key("a", 10), 1, START + MINUTE).isWithin()).isFalse();
    }

    @Test
    void keysDoNotShareAQuota() {
        quota.take(key("a", 1), 1, START);

        assertThat(quota.take(key("b", 1), 1, START).isWithin()).isTrue();
    }

    @Test
    void keysBeyondTheBoundShareOne() {
        IntStream.range(0, KeyFolder.MOST_KEYS).forEach(i -> quota.take(key("k" + i, 1), 1, START));

        assertThat(quota.take(key("x", 1), 1, START).isWithin()).isTrue();
        assertThat(quota.take(key("y", 1), 1, START).isWithin()).isFalse();
    }

    @Test
    void noTwoThreadsTakeTheSame() {
        AtomicInteger within = new AtomicInteger();
        ApiKey key = key("a", 5_000);

        IntStream.range(0, 20_000).parallel().forEach(i -> {
            if (quota.take(key, 1, START).isWithin()) {
                within.incrementAndGet();
            }
        });

        assertThat(within).hasValue(5_000);
    }

    private static ApiKey key(String id, long perMinute) {
        return new ApiKey(id, "", Set.of(Scope.DECIDE), Instant.EPOCH, null, null, perMinute);
    }
}
