package io.sekisho.server.intake;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.wire.enrichment.Enricher;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.pseudonym.KeyedHash;
import io.sekisho.wire.pseudonym.Pseudonymizer;
import io.sekisho.wire.record.EventEntry;
import io.sekisho.wire.record.EventEntry.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes of bytes an event that may be decided: read and checked, enriched with facts, personal texts sealed and replaced by
 * pseudonyms. Owned by one thread at a time; see {@link Intakes}.
 */
public final class Intake {

    private final Enricher enricher;
    private final CustomerKeys customers;
    private final KeyedHash hash;
    private final EventReader reader;
    private final Pseudonymizer pseudonymizer;
    private final CanonicalJson json = new CanonicalJson();

    Intake(Enricher enricher, ShopKeys keys, CustomerKeys customers) {
        this.enricher = enricher;
        this.customers = customers;
        this.hash = keys.newHash();
        this.reader = new EventReader(keys.bodySecret());
        this.pseudonymizer = new Pseudonymizer(hash);
    }

    /**
     * Reads an event.
     *
     * @param receivedMillis when it came in; absent in files, which say it themselves
     * @param sender id of the API key that sent it; empty for files
     */
    public Admission read(byte[] bytes, @Nullable Long receivedMillis, String sender) {
        return switch (reader.read(bytes, receivedMillis)) {
            case Reading.Refused refused -> new Admission.Refused(refused.problems());
            case Reading.Accepted accepted -> admit(accepted, sender);
        };
    }

    /** The hash under which this shop's personal texts are known. */
    public KeyedHash hash() {
        return hash;
    }

    private Admission.Accepted admit(Reading.Accepted accepted, String sender) {
        Event event = accepted.event();
        Facts facts = enricher.factsOf(event, accepted.hadCardNumber());
        Pseudonymizer.Replaced replaced = pseudonymizer.replace(accepted.tree());
        boolean isPersonal = !replaced.originals().isEmpty();
        Event pseudonymous = isPersonal ? EventReader.checked(replaced.tree(), event.receivedMillis()) : event;
        EventEntry entry = new EventEntry(
                isPersonal ? json.write(replaced.tree()) : accepted.canonical(),
                accepted.body(),
                event.receivedMillis(),
                sender,
                facts,
                isPersonal ? seal(event, replaced.originals()) : Sealed.NONE);
        return new Admission.Accepted(pseudonymous, accepted.identity(), entry);
    }

    /** Without an account the texts go under the key of nobody in particular. */
    private Sealed seal(Event event, Map<String, Object> originals) {
        String account = event.accountId() == null ? "" : event.accountId();
        return customers.seal(hash.ofAccount(account), json.write(originals).getBytes(StandardCharsets.UTF_8));
    }
}
