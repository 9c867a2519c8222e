package io.sekisho.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and writing times beside java.time. */
class TimestampsTest {

    private static final int DRAWS = 50_000;
    private static final long FIRST = Instant.parse("0001-01-02T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void readsWhatJavaWrites(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            OffsetDateTime time = time(random).plusNanos(random.nextInt(1_000_000_000));
            OffsetDateTime told = random.nextBoolean() ? time : time.truncatedTo(ChronoUnit.SECONDS);
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(told);

            assertThat(Timestamps.parse(text))
                    .as("seed %d, %s", seed, text)
                    .contains(new Timestamps.Timestamp(
                            told.toInstant().toEpochMilli(), told.getOffset().getTotalSeconds()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void writesAsJavaDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            OffsetDateTime time = time(random).plusNanos(random.nextInt(3) * 1_000_000L * random.nextInt(1_000));
            DateTimeFormatter format = time.getNano() == 0 ? SECONDS : MILLIS;

            String text = Timestamps.format(
                    time.toInstant().toEpochMilli(), time.getOffset().getTotalSeconds());

            assertThat(text).as("seed %d", seed).isEqualTo(format.format(time));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void agreesWithJavaOnSpoiltTimes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            StringBuilder text = new StringBuilder(SECONDS.format(time(random)));
            int at = random.nextInt(text.length());
            text.setCharAt(at, "0123456789-+:.TZtz ".charAt(random.nextInt(19)));

            assertThat(Timestamps.parse(text.toString()).map(Timestamps.Timestamp::millis))
                    .as("seed %d, %s", seed, text)
                    .isEqualTo(asJavaReads(text.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "253402300799000, 0, 9999-12-31T23:59:59Z",
        "253402300800000, 0, 9999-12-31T23:59:59Z",
        "253402300799000, 32400, 9999-12-31T23:59:59+09:00",
        "9223372036854775807, 0, 9999-12-31T23:59:59.807Z",
        "-62167219200000, 0, 0000-01-01T00:00:00Z",
        "-62167219200000, -3600, 0000-01-01T00:00:00-01:00"
    })
    void tellsTimesOutsideTheYearsOfRfc3339AsTheirEnds(long millis, int offsetSeconds, String text) {
        assertThat(Timestamps.format(millis, offsetSeconds)).isEqualTo(text);
    }

    @Test
    void readsBackWhatItWrites() {
        Random random = new Random(7);
        for (int i = 0; i < DRAWS; i++) {
            OffsetDateTime time = time(random).plusNanos(random.nextInt(1_000) * 1_000_000L);
            Timestamps.Timestamp timestamp = new Timestamps.Timestamp(
                    time.toInstant().toEpochMilli(), time.getOffset().getTotalSeconds());

            assertThat(Timestamps.parse(Timestamps.format(timestamp.millis(), timestamp.offsetSeconds())))
                    .contains(timestamp);
        }
    }

    private static OffsetDateTime time(Random random) {
        int minutes = random.nextInt(5) == 0 ? 0 : random.nextInt(-18 * 60, 18 * 60 + 1);
        return Instant.ofEpochSecond(random.nextLong(FIRST, LAST)).atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    /** Java allows 24:00 no more than we do, but seconds of an offset and the offset -00:00 otherwise. */
    private static Optional<Long> asJavaReads(String text) {
        try {
            boolean isLong = text.length() == 25 || text.length() == 20;
            OffsetDateTime time = OffsetDateTime.parse(text.replace("-00:00", "+00:00"));
            return isLong ? Optional.of(time.toInstant().toEpochMilli()) : Optional.empty();
        } catch (DateTimeParseException refused) {
            return Optional.empty();
        }
    }
}
