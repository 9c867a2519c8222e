package io.sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When the projector rests, and what its health says. */
final class PaceTest {

    @Test
    void restsAsLongAsItWorkedWhileTheShopIsBusy() {
        Pace pace = new Pace();
        assertThat(pace.rest(10_000, 1_000, 100)).as("nothing to compare with").isZero();
        assertThat(pace.rest(10_500, 1_100, 100)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.rest(10_600, 1_200, 100)).as("a thousand a second").isZero();
        assertThat(pace.rest(10_701, 1_300, 100)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.rest(11_201, 1_400, 5)).isEqualTo(Duration.ofMillis(50));
        assertThat(pace.rest(21_201, 3_400, 2_000)).isEqualTo(Duration.ofMillis(250));
        assertThat(pace.rest(21_201, 3_500, 100)).as("only old records").isZero();
    }

    @Test
    void leavesABurstToTheDecisions() {
        Pace pace = new Pace();
        assertThat(pace.rest(0, 1_000, 100)).isZero();
        assertThat(pace.rest(10_000, 2_000, 100)).as("twice the rate").isEqualTo(Duration.ofMillis(400));
        assertThat(pace.rest(25_000, 3_000, 100)).as("three times").isEqualTo(Duration.ofMillis(900));
        assertThat(pace.rest(1_000_000, 4_000, 100)).as("the bound").isEqualTo(Duration.ofMillis(2_500));
        assertThat(pace.rest(1_000_000, 5_000, 100)).as("it is over").isZero();
    }

    @Test
    void aClockThatIsSetBackDoesNotStopIt() {
        Pace pace = new Pace();
        assertThat(pace.rest(1, 10_000, 0)).isZero();
        assertThat(pace.rest(2, 2_000, -8_000)).as("within a moment").isZero();
        assertThat(pace.rest(9, 2_100, 10)).isZero();
    }

    @Test
    void theHealthNamesWhatIsWrong() {
        assertThat(ProjectionHealth.reason(state(100_000, 60, 0, null))).isEmpty();
        assertThat(ProjectionHealth.reason(state(100_001, 0, 0, null))).contains("behind");
        assertThat(ProjectionHealth.reason(state(1, 61, 0, null))).contains("behind");
        assertThat(ProjectionHealth.reason(state(0, 0, 1, null))).contains("1 records", "projection_failure");
        assertThat(ProjectionHealth.reason(state(0, 0, 1, "It is away."))).isEqualTo("It is away.");
    }

    @Test
    void cursorsComeBackAndOthersAreNone() {
        Cursor cursor = new Cursor(-5, Long.MAX_VALUE, "an id with spaces \0 関");
        assertThat(Cursor.decode(cursor.encode())).hasValue(cursor);
        assertThat(Cursor.decode("")).isEmpty();
        assertThat(Cursor.decode("!")).isEmpty();
        assertThat(Cursor.decode("YSBiIGM")).isEmpty();
    }

    private static ProjectionState state(long records, long seconds, long failures, String trouble) {
        return new ProjectionState(0, records, seconds, 0, failures, trouble);
    }
}
