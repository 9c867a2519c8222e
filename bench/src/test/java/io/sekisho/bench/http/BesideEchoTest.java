package io.sekisho.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Ratios are of one round and the echoes around it, and the median over the rounds. */
final class BesideEchoTest {

    @Test
    void dividesByTheEchoesAroundARound() {
        BesideEcho ratios = BesideEcho.of(List.of(
                Rounds.of(Round.Target.ECHO, 100, 400),
                Rounds.of(Round.Target.SERVER, 60, 1_200),
                Rounds.of(Round.Target.ECHO, 140, 560),
                Rounds.of(Round.Target.SERVER, 30, 1_200),
                Rounds.of(Round.Target.ECHO, 160, 640),
                Rounds.of(Round.Target.SERVER, 120, 2_400),
                Rounds.of(Round.Target.ECHO, 80, 320)));

        // 60/120, 30/150 and 120/120.
        assertThat(ratios.rate()).hasValue(0.5);
        // 20, 40 and 20 microseconds each, beside 4 of every echo.
        assertThat(ratios.serverCpu()).hasValue(5);
    }

    @Test
    void isEmptyWhereTheProcessIsNotKnown() {
        Round server = new Round(
                Round.Target.SERVER,
                1,
                Rounds.of(Round.Target.SERVER, 60, 0).result(),
                OptionalLong.empty(),
                OptionalLong.empty());
        BesideEcho ratios = BesideEcho.of(
                List.of(Rounds.of(Round.Target.ECHO, 100, 400), server, Rounds.of(Round.Target.ECHO, 100, 400)));

        assertThat(ratios.rate()).hasValue(0.6);
        assertThat(ratios.serverCpu()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void readsTheProcessorTimeOfAProcess() {
        assertThat(ProcessCpu.micros("17 (a ) b) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0"))
                .hasValue(3_000_000);
        assertThat(ProcessCpu.micros("17 (cut) S 1 2")).isEmpty();
        assertThat(ProcessCpu.micros(-1)).isEmpty();
    }

    @Test
    void knowsADecision() {
        assertThat(DecisionCheck.count(List.of(
                        "{\"decision_id\":\"A\",\"decision\":\"allow\"}",
                        "{\"decision_id\":\"A\",\"decision\":\"perhaps\"}",
                        "{\"decision\":\"allow\"}",
                        "{\"decision_id\":\"A\",\"decision\":\"deny\"",
                        "[]")))
                .isEqualTo(1);
    }
}
