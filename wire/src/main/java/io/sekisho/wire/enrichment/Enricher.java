package io.sekisho.wire.enrichment;

import io.sekisho.engine.event.Card;
import io.sekisho.engine.event.Context;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Recipient;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.FactName;
import io.sekisho.engine.expression.Facts;
import java.util.List;
import java.util.function.Function;

/**
 * Adds to an event what tables know of its address, its mail domains and its user agent. It never fails an event: what
 * cannot be told is absent with a reason. May be shared between threads.
 */
public final class Enricher {

    private final NetworkTable networks;
    private final DisposableDomains disposables;
    private final UserAgents userAgents;

    public Enricher(NetworkTable networks, DisposableDomains disposables, UserAgents userAgents) {
        this.networks = networks;
        this.disposables = disposables;
        this.userAgents = userAgents;
    }

    /** An enricher with the tables that ship with Sekisho. */
    public static Enricher shipped() {
        return new Enricher(NetworkTable.shipped(), DisposableDomains.shipped(), UserAgents.shared());
    }

    /** The facts of the event. */
    public Facts factsOf(Event event, boolean hadCardNumber) {
        Facts facts = new Facts().put(FactName.CARD_NUMBER_SEEN, hadCardNumber);
        addNetwork(event, facts);
        addAgent(event.context(), facts);
        if (event.data().get("email") instanceof String email) {
            put(facts, FactName.EMAIL_DISPOSABLE, disposables.isDisposable(email), Function.identity());
        }
        addRecipients(event, facts);
        return facts;
    }

    private void addNetwork(Event event, Facts facts) {
        String ip = event.context().ip();
        if (ip == null) {
            return;
        }
        Network network = networks.lookup(ip);
        put(facts, FactName.IP_COUNTRY, network.country(), Function.identity());
        put(facts, FactName.IP_NETWORK, network.operator(), Operator::asn);
        put(facts, FactName.IP_NETWORK_NAME, network.operator(), Operator::name);
        put(
                facts,
                FactName.IP_KIND,
                network.operator(),
                operator -> operator.kind().code());
        addCardCountry(event.cards(), network.country(), facts);
    }

    /** Different as soon as one card is; absent where no card's country can be compared. */
    private static void addCardCountry(List<Card> cards, Finding<String> addressCountry, Facts facts) {
        for (Card card : cards) {
            String country = card.country() == null ? "" : card.country();
            Finding<CountryMatch> match = CountryMatch.of(country, addressCountry);
            boolean isKnownDifferent = Boolean.TRUE.equals(facts.value(FactName.CARD_COUNTRY_DIFFERS));
            if (!isKnownDifferent) {
                put(facts, FactName.CARD_COUNTRY_DIFFERS, match, found -> found == CountryMatch.DIFFERENT);
            }
        }
    }

    private void addAgent(Context context, Facts facts) {
        String userAgent = context.userAgent();
        if (userAgent == null) {
            return;
        }
        Agent agent = userAgents.of(userAgent);
        facts.put(FactName.USER_AGENT_FAMILY, agent.family())
                .put(FactName.USER_AGENT_OS, agent.os())
                .put(FactName.USER_AGENT_KIND, agent.kind().code());
    }

    /** True as soon as one recipient's address is of a throw-away provider. */
    private void addRecipients(Event event, Facts facts) {
        for (Recipient recipient : event.recipients()) {
            boolean isKnownDisposable = Boolean.TRUE.equals(facts.value(FactName.RECIPIENT_DISPOSABLE));
            if (recipient.email() != null && !isKnownDisposable) {
                put(
                        facts,
                        FactName.RECIPIENT_DISPOSABLE,
                        disposables.isDisposable(recipient.email()),
                        Function.identity());
            }
        }
    }

    private static <T> void put(Facts facts, FactName name, Finding<T> finding, Function<? super T, ?> value) {
        Object found = switch (finding) {
            case Finding.Present<T> present -> (Object) value.apply(present.found());
            case Finding.Absent<T> absent -> absent.reason();
        };
        boolean isBetterKnown = found instanceof Absence && !(facts.value(name) instanceof Absence);
        if (!isBetterKnown) {
            facts.put(name, found);
        }
    }
}
