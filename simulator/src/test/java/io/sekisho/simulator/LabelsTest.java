package io.sekisho.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the labels say about the stream. */
class LabelsTest {
    private final Written written = Written.by(new SimulationPlan(
            13, 30, 1500, List.of("S01"), List.of("plain", "a", "b", "c", "d"), List.of("T05", "T09", "T10")));

    @Test
    void everyLabelIsAboutSomethingInTheStream() {
        Map<String, Set<Object>> present = new HashMap<>();
        for (Map<String, Object> event : written.events()) {
            note(present, "event", event.get("id"));
            note(present, "account", Written.account(event));
            note(present, "order", Json.at(event, "data.order.order_id"));
            note(present, "code", Json.at(event, "data.code_id"));
        }

        for (Map<String, Object> label : written.labels()) {
            assertThat(present.get((String) label.get("about_kind")))
                    .as("%s", label)
                    .contains(label.get("about"));
        }
    }

    private static void note(Map<String, Set<Object>> present, String kind, Object id) {
        if (id != null) {
            present.computeIfAbsent(kind, key -> new HashSet<>()).add(id);
        }
    }

    @Test
    void everyLabelIsGivenOnce() {
        assertThat(written.labels().stream().map(label -> label.get("about_kind") + " " + label.get("about")))
                .doesNotHaveDuplicates();
    }

    @Test
    void anAttackedAccountIsWorthWhatItsOrdersAre() {
        Map<Object, Long> stolen = new HashMap<>();
        Map<String, String> accountOf = written.events().stream()
                .filter(event -> event.get("type").equals("order.created"))
                .collect(Collectors.toMap(Written::order, Written::account, (first, repeated) -> first));
        for (Map<String, Object> label : takeovers("order")) {
            stolen.merge(accountOf.get((String) label.get("about")), (Long) Json.at(label, "value.value"), Long::sum);
        }

        assertThat(takeovers("account")).hasSize(15).allSatisfy(label -> {
            assertThat(label).containsEntry("attacker_holds", List.of("password", "sms", "totp", "email"));
            assertThat(Json.at(label, "value.value")).isEqualTo(stolen.get(label.get("about")));
            assertThat(label).containsKeys("scenario", "known_at");
        });
    }

    @Test
    void everyVariantIsPlayed() {
        Set<Object> variants = takeovers("account").stream()
                .map(label -> label.getOrDefault("variant", "plain"))
                .collect(Collectors.toSet());

        assertThat(variants).containsExactlyInAnyOrder("plain", "a", "b", "c", "d");
    }

    @Test
    void trapsHaveManyAccountsAndOrdersAndNoVictims() {
        Set<Object> attacked =
                takeovers("account").stream().map(label -> label.get("about")).collect(Collectors.toSet());
        for (String trap : List.of("T05", "T09", "T10")) {
            List<Map<String, Object>> labels = written.labels().stream()
                    .filter(label -> trap.equals(label.get("trap")))
                    .toList();

            assertThat(labels).allMatch(label -> "honest".equals(label.get("label")));
            assertThat(labels.stream().filter(label -> "account".equals(label.get("about_kind"))))
                    .hasSizeGreaterThan(100)
                    .noneMatch(label -> attacked.contains(label.get("about")));
            assertThat(labels.stream().filter(label -> "order".equals(label.get("about_kind"))))
                    .hasSizeGreaterThan(100);
        }
    }

    private List<Map<String, Object>> takeovers(String kind) {
        return written.labels().stream()
                .filter(label -> kind.equals(label.get("about_kind")) && "takeover".equals(label.get("label")))
                .toList();
    }
}
