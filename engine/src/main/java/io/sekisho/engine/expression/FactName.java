package io.sekisho.engine.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Locale;

/** The facts that rules may ask for as {@code fact.NAME}. */
public enum FactName {
    /** Country to which the network of the address is registered, ISO 3166 alpha-2. */
    IP_COUNTRY(SimpleType.STRING),
    /** Number of the autonomous system that announces the address. */
    IP_NETWORK(SimpleType.INT),
    /** Name of that system. */
    IP_NETWORK_NAME(SimpleType.STRING),
    /** What the network is used for: home, mobile, business, hosting, relay, unknown. */
    IP_KIND(SimpleType.STRING),
    /** True where the event's own e-mail address is of a throw-away provider. */
    EMAIL_DISPOSABLE(SimpleType.BOOL),
    /** True where any recipient's e-mail address is of a throw-away provider. */
    RECIPIENT_DISPOSABLE(SimpleType.BOOL),
    /** True where a card's country is not that of the address. */
    CARD_COUNTRY_DIFFERS(SimpleType.BOOL),
    /** Browser or app family. */
    USER_AGENT_FAMILY(SimpleType.STRING),
    /** Operating system family. */
    USER_AGENT_OS(SimpleType.STRING),
    /** desktop, mobile, tablet, app, bot, unknown. */
    USER_AGENT_KIND(SimpleType.STRING),
    /** True where a card number stood in free text and was masked. */
    CARD_NUMBER_SEEN(SimpleType.BOOL);

    private final CelType type;

    FactName(CelType type) {
        this.type = type;
    }

    CelType type() {
        return type;
    }

    /** The name in rules. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
