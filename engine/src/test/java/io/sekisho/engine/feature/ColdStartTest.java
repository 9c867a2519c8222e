package io.sekisho.engine.feature;

import static io.sekisho.engine.feature.Aggregate.*;
import static io.sekisho.engine.testkit.EventDraft.EPOCH;
import static io.sekisho.engine.testkit.EventDraft.event;
import static io.sekisho.engine.testkit.FeatureDraft.feature;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.testkit.EventDraft;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an account is known well enough to be asked for its past. */
final class ColdStartTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private static final FeaturePlan PLAN = Plans.of(List.of(
            NaiveFeature.of(feature("age", AGE).window("180d")),
            NaiveFeature.of(
                    feature("known", KNOWN).window("180d").by(KeyKind.DEVICE).excludesCurrent()),
            NaiveFeature.of(feature("ever", COUNT).window("ever")),
            NaiveFeature.of(feature("today", COUNT).window("24h"))));

    private final FeatureState state = Plans.newState(PLAN);

    private static EventDraft login(long millis) {
        return event("login.succeeded").account("a1").device("d1").at(millis);
    }

    private List<Object> values(EventDraft draft) {
        FeatureVector vector = state.observe(draft.build(), new Facts(), Plans.everything(PLAN));
        return java.util.stream.IntStream.range(0, vector.size())
                .mapToObj(i -> vector.isPresent(i) ? vector.objectAt(i) : vector.absence(i))
                .toList();
    }

    @Test
    void isOverAfterExactlyThirtyDays() {
        Object absent = Absence.NO_HISTORY;
        assertThat(values(login(EPOCH))).containsExactly(absent, absent, absent, 1L);
        assertThat(values(login(EPOCH + 30 * DAY - 1))).containsExactly(absent, absent, absent, 1L);
        assertThat(values(login(EPOCH + 30 * DAY))).containsExactly(Duration.ofDays(30), true, 3L, 2L);
    }

    @Test
    void isOverOnceTheShopToldWhatWentBefore() {
        values(login(EPOCH));
        assertThat(values(login(EPOCH + 1).past())).containsExactly(Duration.ofMillis(1), true, 2L, 2L);
        assertThat(values(login(EPOCH + 2))).containsExactly(Duration.ofMillis(2), true, 3L, 3L);
    }

    @Test
    void isOfTheAccountNotOfTheDevice() {
        values(login(EPOCH).past());
        assertThat(values(login(EPOCH + 1).account("a2")).get(1)).isEqualTo(Absence.NO_HISTORY);
        assertThat(values(login(EPOCH + 2).account(null)).get(1)).isEqualTo(Absence.NO_HISTORY);
        assertThat(values(login(EPOCH + 3)).get(1)).isEqualTo(true);
    }

    @Test
    void countsFromTheOldestEventHoweverLateItComes() {
        values(login(EPOCH));
        values(login(EPOCH - 30 * DAY));
        assertThat(values(login(EPOCH)).getFirst()).isEqualTo(Duration.ofDays(30));
    }
}
