package io.sekisho.simulator.incident;

import io.sekisho.simulator.incident.Incident.Tenure;
import io.sekisho.simulator.incident.Step.Basket;
import io.sekisho.simulator.incident.Step.Purchase;
import io.sekisho.simulator.incident.Step.Remark;
import io.sekisho.simulator.incident.Step.When;
import io.sekisho.simulator.world.Calendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The years before a story, condensed: every quarter the owner signs in as ever and orders something for the house. */
final class UsualPast {
    /** Name of the card that pays for it. */
    static final String CARD = "usual";

    private static final long QUARTER = 91 * Calendar.DAY;
    private static final long UNTIL_ORDER = 6 * Calendar.MINUTE;

    private UsualPast() {}

    static List<Step> steps(Tenure tenure) {
        List<Step> steps = new ArrayList<>();
        steps.add(remark(-tenure.ageMillis(), "opened", "account.created", Map.of()));
        for (long at = QUARTER - tenure.ageMillis(); at < -tenure.lastVisitMillis() - QUARTER / 2; at += QUARTER) {
            visit(steps, at);
        }
        visit(steps, -tenure.lastVisitMillis());
        return steps;
    }

    private static void visit(List<Step> steps, long atMillis) {
        String name = "past-" + (steps.size() / 2 + 1);
        steps.add(remark(atMillis, name + "-login", "login.succeeded", Map.of("auth_methods", List.of("password"))));
        steps.add(new Purchase(
                once(atMillis + UNTIL_ORDER),
                Who.OWNER,
                name,
                new Basket("household", List.of(2_480L), null, true),
                CARD,
                List.of(Follow.AUTHORIZED, Follow.SETTLED),
                null));
    }

    private static Step remark(long atMillis, String name, String type, Map<String, Object> fields) {
        return new Remark(once(atMillis), Who.OWNER, name, type, fields);
    }

    private static When once(long atMillis) {
        return new When(atMillis, 1, 0);
    }
}
