package io.sekisho.simulator.incident;

import java.util.Locale;

/** Readable names, the sums and hours of the report, addresses that belong to nobody (RFC 5737). */
record PlainStaging(Incident incident) implements Staging {

    @Override
    public long beginsMillis() {
        return incident.beginsMillis();
    }

    @Override
    public String id(Thing thing, String word) {
        String name = incident.id().toLowerCase(Locale.ROOT) + "-";
        return thing == Thing.EVENT ? name + word : name + thing.word() + "-" + word;
    }

    @Override
    public long yen(long told) {
        return told;
    }

    @Override
    public String email(String word) {
        return word + "@mail.example";
    }

    @Override
    public String userAgent(Who who) {
        return who == Who.ATTACKER
                ? "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.0.0"
                        + " Safari/537.36"
                : "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/16.6 Mobile/15E148 Safari/604.1";
    }

    @Override
    public String ip(Who who, long millis) {
        return who == Who.ATTACKER ? "198.51.100.77" : "203.0.113.24";
    }
}
