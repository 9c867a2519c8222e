package io.sekisho.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.simulator.stream.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void agreesWithJavaTime() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
        Dice dice = new Dice(2);
        for (int i = 0; i < 5000; i++) {
            long time = Calendar.DAY_ONE + dice.between(-4400 * Calendar.DAY, 3650 * Calendar.DAY);
            var expected = Instant.ofEpochMilli(time).atZone(TOKYO);

            assertThat(Timestamps.format(time)).isEqualTo(format.format(expected));
            assertThat(Calendar.hourOf(time)).isEqualTo(expected.getHour());
        }
    }

    @Test
    void anAverageDayIsOrdinary() {
        double mean = IntStream.range(0, 365)
                .mapToDouble(Calendar::liveliness)
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(0.97, 1.06);
    }
}
