package io.sekisho.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is due is due, whether the clock was looked at or not. */
final class ScheduleTest {

    private static final long START = -5_000_000_000L;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 3, 1000, 20_000, 99_999.7})
    void isDueAtEvenIntervals(double perSecond) {
        Schedule schedule = Schedule.of(plan(new Pace.Fixed(perSecond), Long.MAX_VALUE), START);
        List<Long> due = new ArrayList<>();
        long end = schedule.measureEnd();
        while (schedule.isDue(end)) {
            due.add(schedule.take(end));
        }

        assertThat(schedule.isOver(end)).isTrue();
        assertThat(due).hasSize((int) Math.ceil(3 * perSecond));
        for (int number = 0; number < due.size(); number++) {
            assertThat(due.get(number) - START).isCloseTo((long) (number * 1e9 / perSecond), within(1L));
        }
        assertThat(end - schedule.measureStart()).isEqualTo(2_000_000_000L);
    }

    @Test
    void isNotDueBeforeItsTime() {
        Schedule schedule = Schedule.of(plan(new Pace.Fixed(10), Long.MAX_VALUE), START);

        schedule.take(START);

        assertThat(schedule.isDue(START + 99_999_999)).isFalse();
        assertThat(schedule.isDue(START + 100_000_000)).isTrue();
    }

    @Test
    void endsEarlyAtTheMostRequestsThatAreCounted() {
        Schedule schedule = Schedule.of(plan(new Pace.Fixed(10), 7), START);
        int taken = 0;
        while (schedule.isDue(START + 60_000_000_000L)) {
            schedule.take(START + 60_000_000_000L);
            taken++;
        }

        assertThat(taken).as("10 of the warm-up and 7").isEqualTo(17);
        assertThat(schedule.measureEnd()).isEqualTo(START + 1_700_000_000L);
    }

    @Test
    void tellsWhatWasNeverTakenButNotOfTheWarmUp() {
        Schedule schedule = Schedule.of(plan(new Pace.Fixed(10), Long.MAX_VALUE), START);
        schedule.take(START);
        List<Long> left = new ArrayList<>();

        schedule.leftOver(left::add);

        assertThat(left).hasSize(20).first().isEqualTo(START + 1_000_000_000L);
    }

    @Test
    void saturatingIsDueUntilTheEndOrTheMostRequests() {
        Schedule byTime = Schedule.of(plan(new Pace.Saturating(), Long.MAX_VALUE), START);
        assertThat(byTime.isDue(START)).isTrue();
        assertThat(byTime.isDue(START + 2_999_999_999L)).isTrue();
        assertThat(byTime.isDue(START + 3_000_000_000L)).isFalse();

        Schedule byCount = Schedule.of(plan(new Pace.Saturating(), 2), START);
        byCount.take(START);
        byCount.take(START + 1_000_000_000L);
        byCount.take(START + 1_500_000_000L);
        assertThat(byCount.isOver(START + 1_500_000_000L)).isTrue();
        assertThat(byCount.measureEnd() - byCount.measureStart()).isEqualTo(500_000_001L);
    }

    @Test
    void readsAPace() {
        assertThat(Pace.parse("20000")).isEqualTo(new Pace.Fixed(20_000));
        assertThat(Pace.parse("MAX")).isEqualTo(new Pace.Saturating());
        for (String wrong : List.of("0", "-1", "NaN", "fast", "", "1e9")) {
            assertThatThrownBy(() -> Pace.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("rate");
        }
    }

    private static LoadPlan plan(Pace pace, long mostRequests) {
        Duration second = Duration.ofSeconds(1);
        return new LoadPlan(pace, 1, second, second.multipliedBy(2), mostRequests, second, Duration.ZERO);
    }
}
