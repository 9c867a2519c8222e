package io.sekisho.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.testkit.StateTape;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SeriesTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long SPAN = 20 * DAY;
    private static final Columns COLUMNS = new Columns(true, true, true, SPAN + Window.MOST, List.of(SPAN));

    private record Entry(long millis, long value) {}

    private final List<Entry> all = new ArrayList<>();
    private Series series = new Series(COLUMNS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersLikeAListOfAllEntriesThoughOldOnesLeave(long seed) {
        Random random = new Random(seed);
        long clock = 0;
        for (int step = 0; step < 2_000; step++) {
            clock += random.nextLong(DAY);
            long late = random.nextInt(10) == 0 ? random.nextLong(Window.MOST) : 0;
            add(clock - late, random.nextLong(-ValueKind.LIMIT, ValueKind.LIMIT + 1));
            if (step % 500 == 250) {
                series = copied(series);
            }
            compare(clock - random.nextLong(Window.MOST), "seed " + seed + ", step " + step);
        }
        assertThat(series.size()).as("entries kept of 2000, seed %d", seed).isLessThan(1_000);
    }

    @Test
    void keepsTheLastOfTheLeavingEntries() {
        for (int i = 0; i < 40; i++) {
            add(i, i);
        }
        add(300 * DAY, 99);
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.valueAt(0)).isEqualTo(39);
    }

    private void add(long millis, long value) {
        series.add(millis, value);
        all.add(new Entry(millis, value));
    }

    private void compare(long millis, String where) {
        List<Entry> past = all.stream()
                .filter(entry -> entry.millis() <= millis)
                .sorted(Comparator.comparingLong(Entry::millis))
                .toList();
        int to = series.upperBound(millis);
        int from = series.upperBound(millis - SPAN);
        compareSums(past, 0, to, true, where);
        List<Entry> window =
                past.stream().filter(entry -> entry.millis() > millis - SPAN).toList();
        compareSums(window, from, to, false, where);
        assertThat(series.distinct(from, to, 0)).as(where).isEqualTo((int)
                window.stream().mapToLong(Entry::value).distinct().count());
        for (int i = 0; i < window.size(); i++) {
            assertThat(new Entry(series.timeAt(from + i), series.valueAt(from + i)))
                    .as(where)
                    .isEqualTo(window.get(i));
        }
    }

    private void compareSums(List<Entry> entries, int from, int to, boolean isEver, String where) {
        assertThat(series.count(from, to, isEver)).as(where).isEqualTo(entries.size());
        assertThat(series.sum(from, to, isEver))
                .as(where)
                .isEqualTo(entries.stream().mapToLong(Entry::value).sum());
        if (!entries.isEmpty()) {
            assertThat(series.firstMillis(from, isEver))
                    .as(where)
                    .isEqualTo(entries.getFirst().millis());
        }
        BigInteger squares = entries.stream()
                .map(entry -> BigInteger.valueOf(entry.value()).pow(2))
                .reduce(BigInteger.ZERO, BigInteger::add);
        long[] words = new long[2];
        series.squares(from, to, isEver, words);
        assertThat(words).as(where).containsExactly(squares.shiftRight(64).longValue(), squares.longValue());
    }

    private static Series copied(Series series) {
        StateTape tape = new StateTape();
        series.writeTo(tape);
        return Series.readFrom(tape, COLUMNS);
    }
}
