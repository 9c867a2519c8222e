package io.sekisho.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is suspicious, and honest, in each trap. */
class TrapsTest {
    private static Written play(String trap) {
        return Written.by(SimulationPlan.of(43, 30, 1500).withTraps(trap));
    }

    @Test
    void manyHundredsOfAccountsShareACrowdedExit() {
        Written written = play("T05");

        assertThat(written.labels()).noneMatch(label -> "takeover".equals(label.get("label")));
        assertThat(written.stats().value("most accounts behind one address")).isGreaterThan(300);
        assertThat(written.labelled("order").size()).isGreaterThan(700);
    }

    @Test
    void hidersHideAboutHalfOfTheirOrdersFromDevicesTheyHadBefore() {
        Written written = play("T09");
        Set<String> hiders = written.labelled("account");
        Map<String, String> firstOn = new HashMap<>();
        Set<Object> hidden = new HashSet<>();
        for (Map<String, Object> event : written.events()) {
            if (!hiders.contains(Written.account(event))) {
                continue;
            }
            String pair = Written.account(event) + Json.at(event, "data.device_id");
            firstOn.putIfAbsent(pair, (String) event.get("time"));
            if (event.get("type").equals("order.visibility_changed")) {
                hidden.addAll((List<?>) Json.at(event, "data.order_ids"));
                assertThat(firstOn.get(pair)).isLessThan((String) event.get("time"));
            }
        }
        assertThat((double) hidden.size() / written.labelled("order").size()).isBetween(0.4, 0.65);
    }

    @Test
    void firstGiftsComeFromOldAccountsAndOldDevices() {
        Written written = play("T10");
        Set<String> orders = written.labelled("order");
        Set<String> devicesBefore = new HashSet<>();
        int checked = 0;
        for (Map<String, Object> event : written.events()) {
            String pair = Written.account(event) + Json.at(event, "data.device_id");
            String day = ((String) event.get("time")).substring(0, 10);
            if (event.get("type").equals("order.created") && orders.contains(Written.order(event))) {
                assertThat(Json.at(event, "data.account.gift_orders_before")).isEqualTo(0L);
                assertThat((String) Json.at(event, "data.account.created_at")).isLessThan("2013-09-02");
                assertThat(devicesBefore).contains(pair);
                checked++;
            } else if (day.compareTo("2023-09-01") < 0 || event.get("type").equals("login.succeeded")) {
                devicesBefore.add(pair);
            }
        }
        assertThat(checked).isGreaterThan(140);
    }
}
