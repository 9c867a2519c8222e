package io.sekisho.simulator.incident;

import static io.sekisho.simulator.incident.Scenery.tree;

import io.sekisho.simulator.incident.Occurrence.Part;
import io.sekisho.simulator.incident.Step.Basket;
import io.sekisho.simulator.stream.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is true of a told story, as labels in the contract's format; the incident stands where a scenario would. */
final class Truths {
    private static final List<String> ATTACKER_HOLDS = List.of("password", "sms", "totp", "email");

    private final Incident incident;
    private final Staging staging;
    private final List<Map<String, Object>> labels = new ArrayList<>();

    private Truths(Incident incident, Staging staging) {
        this.incident = incident;
        this.staging = staging;
    }

    static List<Map<String, Object>> of(Incident incident, Staging staging, List<Occurrence> occurrences) {
        Truths truths = new Truths(incident, staging);
        truths.account();
        occurrences.forEach(truths::label);
        return truths.labels;
    }

    private void account() {
        String account = staging.id(Thing.ACCOUNT, "owner");
        if (incident.isAttack()) {
            labels.add(takeover("account", account, null));
        } else {
            labels.add(tree("about_kind", "account", "about", account, "label", "honest", "trap", incident.id()));
        }
    }

    private void label(Occurrence occurrence) {
        Part part = occurrence.part();
        if (part.who() != Who.ATTACKER) {
            return;
        }
        String thing = part.thing();
        Basket basket = part.basket();
        if (thing == null || basket == null) {
            labels.add(takeover("event", staging.id(Thing.EVENT, occurrence.name()), null));
        } else if (occurrence.is("order.created")) {
            Long stake = basket.isStoredValue() ? part.yen() : null;
            labels.add(takeover("order", staging.id(Thing.ORDER, thing), stake));
        } else if (occurrence.is("gift_code.issued")) {
            labels.add(takeover("code", staging.id(Thing.CODE, thing), part.yen()));
        }
    }

    private Map<String, Object> takeover(String kind, String about, @Nullable Long stake) {
        return tree(
                "about_kind",
                kind,
                "about",
                about,
                "label",
                "takeover",
                "scenario",
                incident.id(),
                "known_at",
                Timestamps.format(staging.beginsMillis() + incident.knownMillis()),
                "value",
                stake == null ? null : tree("value", stake, "currency", "JPY"),
                "attacker_holds",
                kind.equals("account") ? ATTACKER_HOLDS : null);
    }
}
