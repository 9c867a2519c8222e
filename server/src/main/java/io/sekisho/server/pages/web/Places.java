package io.sekisho.server.pages.web;

import io.sekisho.server.pages.words.Phrases;
import io.sekisho.server.projection.AccountStory;
import io.sekisho.server.projection.AccountStory.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Devices and networks of an account, in the words of the reader. */
final class Places {

    private final Newcomers newcomers;
    private final Phrases phrases;

    Places(Newcomers newcomers, Phrases phrases) {
        this.newcomers = newcomers;
        this.phrases = phrases;
    }

    /**
     * A device or a network.
     *
     * @param name the shop's id of a device, the operator's name of a network
     * @param about what it is
     * @param did what was done with it
     */
    record Place(String name, String about, boolean isNew, String first, String did) {}

    Place device(AccountStory.Device device) {
        Sighting seen = device.sighting();
        return new Place(
                device.deviceId(),
                joined(seen.facts(), "user_agent_family", "user_agent_os", "user_agent_kind"),
                newcomers.isNewNow(seen.firstMillis()),
                first(seen),
                did(device));
    }

    /** Addresses of one operator and country are one network. */
    List<Place> networks(List<Sighting> sightings) {
        Map<String, List<Sighting>> byName = sightings.stream()
                .collect(Collectors.groupingBy(
                        seen -> joined(seen.facts(), "ip_network_name", "ip_country"),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byName.values().stream().map(this::network).toList();
    }

    /** Of the shop's clock, as last told. */
    int offset(List<AccountStory.Device> devices) {
        return devices.isEmpty() ? 0 : devices.getFirst().sighting().offsetSeconds();
    }

    private Place network(List<Sighting> addresses) {
        Sighting first = addresses.stream()
                .min(Comparator.comparingLong(Sighting::firstMillis))
                .orElseThrow();
        String name = Tree.text(first.facts(), "ip_network_name");
        long events = addresses.stream().mapToLong(Sighting::events).sum();
        return new Place(
                name.isEmpty() ? phrases.say("account.network.unknown") : name,
                joined(first.facts(), "ip_country", "ip_kind"),
                newcomers.isNewNow(first.firstMillis()),
                first(first),
                phrases.say("account.did.events", events));
    }

    private String did(AccountStory.Device device) {
        List<String> did = new ArrayList<>();
        did.add(phrases.say("account.did.events", device.sighting().events()));
        if (device.orders() > 0) {
            String sum = device.ordered() == null ? "" : phrases.money(device.ordered());
            did.add(phrases.say("account.did.orders", device.orders(), sum));
        }
        if (device.hidings() > 0) {
            did.add(phrases.say("account.did.hid", device.hidings()));
        }
        if (device.stopped() > 0) {
            did.add(phrases.say("account.did.stopped", device.stopped()));
        }
        return String.join(phrases.say("list.comma"), did);
    }

    private String first(Sighting seen) {
        return phrases.say("account.first", phrases.times().moment(seen.firstMillis(), seen.offsetSeconds()));
    }

    private String joined(Map<String, Object> facts, String... names) {
        return Stream.of(names)
                .map(name -> Tree.text(facts, name))
                .filter(text -> !text.isEmpty() && !text.equals("unknown"))
                .map(text -> phrases.sayOr("place." + text, text))
                .collect(Collectors.joining(" · "));
    }
}
