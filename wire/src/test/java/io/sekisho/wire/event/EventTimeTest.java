package io.sekisho.wire.event;

import static io.sekisho.wire.event.SampleEvent.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an event happened and when it was received. */
class EventTimeTest {

    private static final Instant NOON = Instant.parse("2023-09-13T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-09-13T02:14:05",
                "2023-09-13",
                "2023-09-13T02:14Z",
                "2023-09-13 02:14:05Z",
                "2023-09-13T24:00:00Z",
                "2023-09-13T02:60:00Z",
                "2023-12-31T23:59:60Z",
                "2023-02-30T00:00:00Z",
                "2023-02-29T00:00:00Z",
                "2023-00-01T00:00:00Z",
                "2023-13-01T00:00:00Z",
                "2023-09-13T02:14:05.Z",
                "2023-09-13T02:14:05,5Z",
                "2023-09-13T02:14:05+0900",
                "2023-09-13T02:14:05+09",
                "2023-09-13T02:14:05+09:60",
                "2023-09-13T02:14:05 +09:00",
                "2023-09-13T02:14:05JST",
                "23-09-13T02:14:05Z",
                "+12023-09-13T02:14:05Z",
                "２０２３-09-13T02:14:05Z",
                "1694571245",
                "",
                "now"
            })
    void refusesTimesThatAreNotRfc3339(String time) {
        assertThat(ORDER.with("/time", time).problems()).containsExactly("/time invalid_format");
        assertThat(ORDER.with("/recordedtime", time).problems()).containsExactly("/recordedtime invalid_format");
        assertThat(ORDER.with("/data/account", java.util.Map.of("created_at", time))
                        .problems())
                .containsExactly("/data/account/created_at invalid_format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "recordedtime"})
    void refusesTimesThatAreNotText(String name) {
        assertThat(ORDER.with("/" + name, 1_694_571_245L).problems()).containsExactly("/" + name + " wrong_type");
        assertThat(ORDER.with("/" + name, true).problems()).containsExactly("/" + name + " wrong_type");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-09-13T02:14:05+09:00, 2023-09-12T17:14:05Z, 32400",
        "2023-09-13T02:14:05Z, 2023-09-13T02:14:05Z, 0",
        "2023-09-13t02:14:05z, 2023-09-13T02:14:05Z, 0",
        "2023-09-13T02:14:05-00:00, 2023-09-13T02:14:05Z, 0",
        "2023-09-13T02:14:05-03:30, 2023-09-13T05:44:05Z, -12600",
        "2024-02-29T00:00:00+14:00, 2024-02-28T10:00:00Z, 50400",
        "2023-09-13T02:14:05.5Z, 2023-09-13T02:14:05.500Z, 0",
        "2023-09-13T02:14:05.123456Z, 2023-09-13T02:14:05.123Z, 0",
        "2023-09-13T02:14:05.999999999999Z, 2023-09-13T02:14:05.999Z, 0",
        "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z, 0"
    })
    void takesTimesWithAnOffsetToTheMillisecond(String time, Instant expected, int offsetSeconds) {
        Reading.Accepted accepted = ORDER.with("/time", time).accepted();

        assertThat(accepted.event().timeMillis()).isEqualTo(expected.toEpochMilli());
        assertThat(accepted.event().offsetSeconds()).isEqualTo(offsetSeconds);
    }

    @Test
    void wasReceivedInAFileAtItsRecordedTimeElseAtItsOwn() {
        assertThat(ORDER.accepted().event().receivedMillis())
                .isEqualTo(ORDER.accepted().event().timeMillis());
        assertThat(ORDER.with("/recordedtime", "2023-09-20T00:00:00Z")
                        .accepted()
                        .event()
                        .receivedMillis())
                .isEqualTo(Instant.parse("2023-09-20T00:00:00Z").toEpochMilli());
    }

    @Test
    void wasReceivedAtTheDoorWhenTheDoorSaysSo() {
        SampleEvent event = ORDER.with("/recordedtime", "2020-01-01T00:00:00Z");

        Reading.Accepted accepted = (Reading.Accepted) new EventReader().read(event.bytes(), NOON.toEpochMilli());

        assertThat(accepted.event().receivedMillis()).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void mayLieFiveMinutesAheadOfItsReceiptAndNotAMillisecondMore() {
        Instant latest = NOON.plus(Duration.ofMinutes(5));

        assertThat(problemsAtTheDoor(latest)).isEmpty();
        assertThat(problemsAtTheDoor(latest.plusMillis(1)).toString()).isEqualTo("[/time time_in_future]");
        assertThat(problemsInAFile(latest)).isEmpty();
        assertThat(problemsInAFile(latest.plusMillis(1)).toString()).isEqualTo("[/time time_in_future]");
    }

    @Test
    void mayBeOfAnyAge() {
        assertThat(problemsAtTheDoor(Instant.parse("1999-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void isNamedAsFutureBesideOtherProblems() {
        SampleEvent event = ORDER.with("/time", "2023-09-14T00:00:00Z").with("/data/ip", "home");

        assertThat(SampleEvent.problemsOf(new EventReader().read(event.bytes(), NOON.toEpochMilli())))
                .containsExactly("/data/ip invalid_format", "/time time_in_future");
    }

    private static Iterable<String> problemsAtTheDoor(Instant time) {
        byte[] bytes = ORDER.with("/time", time.toString()).bytes();
        return SampleEvent.problemsOf(new EventReader().read(bytes, NOON.toEpochMilli()));
    }

    private static Iterable<String> problemsInAFile(Instant time) {
        return ORDER.with("/time", time.toString())
                .with("/recordedtime", NOON.toString())
                .problems();
    }
}
