package io.sekisho.cli.demo;

import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Emails;
import io.sekisho.wire.json.CanonicalJson;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Lets the shop tell, with the first event of each account, how its owner is reached. Addresses are made up. */
final class Customers {

    private final CanonicalJson json = new CanonicalJson();
    private final Set<String> told = new HashSet<>();

    /** The line, with the introduction where its account has none yet. */
    String introduced(Line line) {
        return told.contains(line.account()) ? line.text() : json.write(introduced(line.event()));
    }

    /** The event, which is changed where its account has no introduction yet. */
    Map<String, Object> introduced(Map<String, Object> event) {
        Map<String, Object> data = PlayedEvent.members(event, "data");
        String account = PlayedEvent.text(data, "account_id");
        if (!account.isEmpty() && told.add(account)) {
            Map<String, Object> block = new LinkedHashMap<>(PlayedEvent.members(data, "account"));
            block.put("email", email(account));
            block.put("language", language(data));
            data.put("account", block);
        }
        return event;
    }

    private static String email(String account) {
        return Emails.of(Dice.of(account.hashCode(), "owner", 0));
    }

    private static String language(Map<String, Object> data) {
        return PlayedEvent.text(data, "accept_language").startsWith("en") ? "en" : "ja";
    }
}
