package io.sekisho.engine.feature;

import io.sekisho.engine.event.Card;
import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Payment;
import io.sekisho.engine.event.Recipient;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.testkit.Notation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The oracle: remembers every event and computes each feature by looking at all of them. */
final class NaiveFeatures {

    private static final long HISTORY_MILLIS = Duration.ofDays(30).toMillis();

    private final List<NaiveFeature> features;
    private final long clockSkewMillis;

    private final Map<List<KeyKind>, Map<String, Long>> newest = new HashMap<>();
    private final List<Map<String, List<NaiveWindow.Entry>>> entries = new ArrayList<>();
    private final Map<String, Long> firstOfAccount = new HashMap<>();
    private final Set<String> accountsWithPast = new HashSet<>();

    NaiveFeatures(List<NaiveFeature> features, long clockSkewMillis) {
        this.features = features;
        this.clockSkewMillis = clockSkewMillis;
        features.forEach(feature -> entries.add(new HashMap<>()));
    }

    /** The values at this event, in the order of the features: a value or an {@link Absence}. */
    List<Object> observe(Event event) {
        Object[] values = new Object[features.size()];
        read(event, false, values);
        add(event);
        read(event, true, values);
        return List.of(values);
    }

    /** The values of one key at that time, by the names of the features that are kept under that kind of key alone. */
    Map<String, Object> counters(KeyKind kind, String key, long millis) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).definition().by().equals(List.of(kind))) {
                boolean lacksHistory =
                        features.get(i).needsHistory() && !(kind == KeyKind.ACCOUNT && hasHistory(key, millis));
                Object value = lacksHistory
                        ? Absence.NO_HISTORY
                        : window(millis, i, key).value();
                values.put(features.get(i).name(), value == null ? Absence.EMPTY : value);
            }
        }
        return values;
    }

    private boolean hasHistory(String account, long millis) {
        Long first = firstOfAccount.get(account);
        return first != null && (accountsWithPast.contains(account) || millis - first >= HISTORY_MILLIS);
    }

    private void read(Event event, boolean includesCurrent, Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (features.get(i).definition().includesCurrent() == includesCurrent) {
                values[i] = read(event, i);
            }
        }
    }

    private Object read(Event event, int index) {
        NaiveFeature feature = features.get(index);
        Set<String> keys = keys(feature.definition().by(), event);
        if (keys.isEmpty()) {
            return Absence.NO_KEY;
        }
        if (feature.isOtherCurrency(event)) {
            return Absence.CURRENCY;
        }
        if (feature.needsHistory() && !hasHistory(event)) {
            return Absence.NO_HISTORY;
        }
        Object best = null;
        for (String key : keys) {
            Object value = window(event.timeMillis(), index, key).value();
            best = value == null || (best != null && !isPreferred(feature, value, best)) ? best : value;
        }
        return best == null ? Absence.EMPTY : best;
    }

    private NaiveWindow window(long millis, int index, String key) {
        FeatureDefinition definition = features.get(index).definition();
        long newestMillis = newest.getOrDefault(definition.by(), Map.of()).getOrDefault(key, millis);
        boolean isSkewed = newestMillis > millis && newestMillis - millis <= clockSkewMillis;
        long now = isSkewed ? newestMillis : millis;
        List<NaiveWindow.Entry> inWindow = new ArrayList<>();
        for (NaiveWindow.Entry entry : entries.get(index).getOrDefault(key, List.of())) {
            boolean isYoung = definition.window().isEver()
                    || entry.millis() > now - definition.window().spanMillis();
            if (isYoung && entry.millis() <= now) {
                inWindow.add(entry);
            }
        }
        return new NaiveWindow(features.get(index), inWindow, now);
    }

    @SuppressWarnings("unchecked")
    private static boolean isPreferred(NaiveFeature feature, Object value, Object former) {
        int order = ((Comparable<Object>) value).compareTo(former);
        return switch (feature.definition().aggregate()) {
            case AGE, TIME_SINCE, KNOWN -> order < 0;
            default -> order > 0;
        };
    }

    private boolean hasHistory(Event event) {
        String account = event.accountId();
        if (account == null) {
            return false;
        }
        long first = Math.min(firstOfAccount.getOrDefault(account, event.timeMillis()), event.timeMillis());
        return event.context().account() != null
                || accountsWithPast.contains(account)
                || event.timeMillis() - first >= HISTORY_MILLIS;
    }

    private void add(Event event) {
        if (event.accountId() != null) {
            firstOfAccount.merge(event.accountId(), event.timeMillis(), Math::min);
            if (event.context().account() != null) {
                accountsWithPast.add(event.accountId());
            }
        }
        for (int i = 0; i < features.size(); i++) {
            Object value = features.get(i).entry(event);
            for (String key : keys(features.get(i).definition().by(), event)) {
                newest.computeIfAbsent(features.get(i).definition().by(), by -> new HashMap<>())
                        .merge(key, event.timeMillis(), Math::max);
                if (value != null) {
                    entries.get(i)
                            .computeIfAbsent(key, none -> new ArrayList<>())
                            .add(new NaiveWindow.Entry(event.timeMillis(), value));
                }
            }
        }
    }

    private static Set<String> keys(List<KeyKind> by, Event event) {
        Set<String> keys = new TreeSet<>();
        for (String first : keys(by.get(0), event)) {
            if (by.size() == 1) {
                keys.add(first);
            } else {
                keys(by.get(1), event).forEach(second -> keys.add(first + " and " + second));
            }
        }
        return keys;
    }

    static Set<String> keys(KeyKind kind, Event event) {
        return switch (kind) {
            case ACCOUNT -> one(event.accountId());
            case SESSION -> one(event.context().sessionId());
            case DEVICE -> one(event.context().deviceId());
            case IP ->
                one(
                        event.context().ip() == null
                                ? null
                                : Notation.meaning(event.context().ip()));
            case EMAIL -> one(event.data().get("email") instanceof String email ? Notation.meaning(email) : null);
            case CARD -> cards(event);
            case RECIPIENT -> recipients(event);
        };
    }

    private static Set<String> one(@Nullable String key) {
        return key == null ? Set.of() : Set.of(key);
    }

    private static Set<String> cards(Event event) {
        Set<String> tokens = new TreeSet<>();
        List<Card> cards = new ArrayList<>();
        if (event.detail() instanceof Detail.OrderChange change) {
            change.order().payments().stream().map(Payment::card).forEach(cards::add);
        } else if (event.detail() instanceof Detail.PaymentChange payment) {
            cards.add(payment.card());
        }
        for (Card card : cards) {
            if (card != null && card.token() != null) {
                tokens.add(card.token());
            }
        }
        return tokens;
    }

    private static Set<String> recipients(Event event) {
        List<Recipient> recipients = new ArrayList<>();
        if (event.detail() instanceof Detail.OrderChange change) {
            change.order().items().stream().map(Item::recipient).forEach(recipients::add);
        } else if (event.detail() instanceof Detail.GiftCode code) {
            recipients.add(code.recipient());
        }
        Set<String> keys = new TreeSet<>();
        for (Recipient recipient : recipients) {
            if (recipient != null && recipient.email() != null) {
                keys.add(Notation.meaning(recipient.email()));
            } else if (recipient != null && recipient.phone() != null) {
                keys.add(Notation.meaning(recipient.phone()));
            } else if (recipient != null && recipient.accountId() != null) {
                keys.add(recipient.accountId());
            }
        }
        return keys;
    }
}
