package io.sekisho.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Attacks and traps leave the others' traffic as it is. */
class BaseTrafficTest {
    private static final SimulationPlan PLAN = SimulationPlan.of(21, 20, 400);

    @Test
    void unattackedAccountsLiveTheSameWithAndWithoutAttacks() {
        Written without = Written.by(PLAN.withoutAttacks());
        for (String variant : List.of("plain", "a", "b", "c")) {
            Written with = Written.by(PLAN.withScenario("S01", variant));
            Set<String> attacked = with.labelled("account");

            assertThat(attacked).isNotEmpty();
            assertThat(linesBut(attacked, with)).isEqualTo(linesBut(attacked, without));
        }
    }

    @Test
    void aVictimsOwnTrafficGoesOnBesideTheAttack() {
        Written without = Written.by(PLAN.withoutAttacks());
        Written with = Written.by(PLAN.withScenario("S01", "plain"));

        assertThat(with.lines()).containsAll(without.lines());
    }

    @Test
    void lateDeliveryChangesNoEventOfTheUnattacked() {
        Written late = Written.by(PLAN.withScenario("S01", "d"));
        Set<String> attacked = late.labelled("account");

        assertThat(bodiesBut(attacked, late)).isEqualTo(bodiesBut(attacked, Written.by(PLAN.withoutAttacks())));
    }

    @Test
    void variantEIsThePlainStreamByAnotherName() {
        Written plain = Written.by(PLAN.withScenario("S01", "plain"));
        Written withoutModels = Written.by(PLAN.withScenario("S01", "e"));

        assertThat(withoutModels.lines()).isEqualTo(plain.lines());
        assertThat(withoutModels.labels()).allMatch(label -> "e".equals(label.get("variant")));
        assertThat(plain.labels()).noneMatch(label -> label.containsKey("variant"));
    }

    @Test
    void accountsOutsideATrapLiveTheSameWithAndWithoutIt() {
        Written without = Written.by(PLAN.withoutAttacks());
        for (String trap : List.of("T05", "T09", "T10")) {
            Written with = Written.by(PLAN.withoutAttacks().withTraps(trap));
            Set<String> inside = with.labelled("account");

            assertThat(inside).hasSizeGreaterThanOrEqualTo(20);
            // Accounts in the trap may get other identifiers, so the comparison is by what the others do.
            Set<String> others = without.events().stream()
                    .map(Written::account)
                    .filter(account -> !inside.contains(account))
                    .collect(Collectors.toSet());
            Set<String> lines = Set.copyOf(without.lines());
            assertThat(with.lines().stream()
                            .filter(line -> others.contains(Written.account(Json.object(line))))
                            .filter(line -> !lines.contains(line)))
                    .isEmpty();
        }
    }

    private static List<String> linesBut(Set<String> accounts, Written written) {
        return written.lines().stream()
                .filter(line -> !accounts.contains(Written.account(Json.object(line))))
                .toList();
    }

    private static Set<Map<String, Object>> bodiesBut(Set<String> accounts, Written written) {
        return written.events().stream()
                .filter(event -> !accounts.contains(Written.account(event)))
                .peek(event -> event.remove("recordedtime"))
                .collect(Collectors.toSet());
    }
}
