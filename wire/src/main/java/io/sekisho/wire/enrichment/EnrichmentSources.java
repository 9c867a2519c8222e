package io.sekisho.wire.enrichment;

import java.util.List;

/** All sources of facts, to be printed and shown: what each gives, from whom, under which terms, of which day. */
public final class EnrichmentSources {
    private static final Terms OWN = new Terms("Apache-2.0", "");

    private EnrichmentSources() {}

    /** The sources with the tables that are loaded now; loads them at the first call. */
    public static List<EnrichmentSource> all() {
        return of(NetworkTable.shipped(), DisposableDomains.shipped());
    }

    static List<EnrichmentSource> of(NetworkTable networks, DisposableDomains domains) {
        return List.of(
                new EnrichmentSource(
                        "countries",
                        "country of an IP address",
                        "ip-location-db: geo-whois-asn-country, asn-country (NRO); dbip-country (DB-IP.com)",
                        new Terms(
                                "CC0-1.0 AND CC-BY-4.0",
                                "IP Geolocation by DB-IP (https://db-ip.com); registration data by nro.net"),
                        networks.countriesEdition()),
                new EnrichmentSource(
                        "networks",
                        "network and kind of network of an IP address",
                        "ip-location-db: asn (RouteViews, NRO, DB-IP.com); kinds by tools/enrichment/kinds.csv",
                        new Terms(
                                "CC-BY-4.0",
                                "IP Geolocation by DB-IP (https://db-ip.com); routing data by routeviews.org;"
                                        + " registration data by nro.net"),
                        networks.operatorsEdition()),
                new EnrichmentSource(
                        "disposable",
                        "whether a mail domain hands out throw-away addresses",
                        "disposable-email-domains, disposable-email-domains-js",
                        new Terms("MIT AND CC0-1.0", ""),
                        domains.edition()),
                new EnrichmentSource(
                        "special_ranges",
                        "private, documentation and reserved IP addresses",
                        "IANA special-purpose address registries",
                        OWN,
                        Edition.of("2026-11-01", SpecialRange.count())),
                new EnrichmentSource(
                        "user_agents",
                        "family, system and kind of a user agent",
                        "marks of our own",
                        OWN,
                        Edition.of("2026-11-01", AgentMarks.count())));
    }
}
