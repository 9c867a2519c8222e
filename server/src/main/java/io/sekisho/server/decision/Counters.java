package io.sekisho.server.decision;

import io.sekisho.engine.event.Pseudonym;
import io.sekisho.engine.feature.Counter;
import io.sekisho.engine.feature.KeyKind;
import io.sekisho.engine.feature.Keys;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.wire.pseudonym.KeyedHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every feature of a key, as it stands now. Safe for all threads. */
public final class Counters {

    private final Decisions decisions;
    private final ShopKeys keys;

    Counters(Decisions decisions, ShopKeys keys) {
        this.decisions = decisions;
        this.keys = keys;
    }

    /**
     * The features that are kept under that key alone.
     *
     * @param features name and value; null where it is absent
     * @param absent why those have none
     */
    public record Counts(Map<String, @Nullable Object> features, Map<String, Object> absent) {}

    /** The kinds of key that features are kept under, by their word. */
    public static Optional<KeyKind> kind(String word) {
        return KeyKind.named(word);
    }

    /** As they stand at that time. */
    public Counts of(KeyKind kind, String key, long millis) {
        String held = held(kind, key);
        List<Counter> counters = decisions.ask(engine -> engine.counters(kind, held, millis));
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        Map<String, Object> absent = new LinkedHashMap<>();
        for (Counter counter : counters) {
            features.put(counter.name(), RecordedDecision.plain(counter.value()));
            if (counter.absence() != null) {
                absent.put(counter.name(), counter.absence().word());
            }
        }
        return new Counts(features, absent);
    }

    /** As events hold it. */
    private String held(KeyKind kind, String key) {
        KeyedHash hash = keys.newHash();
        return switch (kind) {
            case IP -> Pseudonym.network(hash.ofIp(key));
            case EMAIL -> hash.ofEmail(key);
            case RECIPIENT -> recipient(hash, key);
            case ACCOUNT, SESSION, DEVICE, CARD -> key;
        };
    }

    /** An e-mail address, a telephone number, or the id of an account. */
    private static String recipient(KeyedHash hash, String key) {
        if (key.indexOf('@') >= 0) {
            return hash.ofEmail(key);
        }
        String phone = Keys.e164(key);
        boolean isPhone = phone.startsWith("+") || phone.equals(key);
        return isPhone && !phone.isEmpty() ? hash.ofPhone(key) : key;
    }
}
