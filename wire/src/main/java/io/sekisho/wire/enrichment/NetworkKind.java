package io.sekisho.wire.enrichment;

import java.util.Locale;

/** What a network is mostly used for. The order is that of the table file. */
public enum NetworkKind {
    UNKNOWN,
    /** Fixed lines of an access provider: homes and small offices. */
    HOME,
    /** Radio network of a carrier; many customers share an address. */
    MOBILE,
    /** Servers for rent, clouds, content networks, providers of VPN. */
    HOSTING,
    /** Privacy relay that ordinary phones and browsers use, such as iCloud Private Relay. */
    RELAY,
    /** An organisation's own network: company, school, authority. */
    BUSINESS;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The kind as facts and rules spell it, for example {@code home}. */
    public String code() {
        return code;
    }
}
