package io.sekisho.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TimeShiftTest {

    private final TimeShift aDayAndASecond = new TimeShift(86_401_000);

    @Test
    void movesEveryTimeAndKeepsItsOffset() {
        assertThat(aDayAndASecond.of("""
                        {"time":"2023-12-31T23:59:59+09:00","data":{"account":{"created_at":"2020-02-28T00:00:00.5Z"}}}""")).isEqualTo("""
                        {"time":"2024-01-02T00:00:00+09:00","data":{"account":{"created_at":"2020-02-29T00:00:01.500Z"}}}""");
    }

    @Test
    void leavesWhatIsNoTime() {
        String line = """
                {"expiry":"2027-04","sku":"2023-09-13","name":"2023-13-41T00:00:00Z","text":"since 2023-09-13T00:00:00Z"}""";

        assertThat(aDayAndASecond.of(line)).isEqualTo(line);
    }
}
