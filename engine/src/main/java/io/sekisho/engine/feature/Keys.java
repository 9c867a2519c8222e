package io.sekisho.engine.feature;

import io.sekisho.engine.event.Card;
import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.IpAddress;
import io.sekisho.engine.event.Pseudonym;
import io.sekisho.engine.event.Recipient;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of an event: what it is counted under. */
public final class Keys {

    private Keys() {}

    /** The event's keys of that kind, each once; empty where it has none. */
    public static List<String> of(KeyKind kind, Event event) {
        return switch (kind) {
            case ACCOUNT -> present(event.accountId());
            case SESSION -> present(event.context().sessionId());
            case DEVICE -> present(event.context().deviceId());
            case IP -> present(network(event.context().ip()));
            case CARD -> cards(event);
            case RECIPIENT -> recipients(event);
            case EMAIL -> present(emailOf(event));
        };
    }

    /** Trimmed, NFKC, small letters. NFKC comes first: it makes spaces of what strip takes for none. */
    public static String normalEmail(String email) {
        if (Pseudonym.isOne(email)) {
            return email;
        }
        return Normalizer.normalize(email, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** The e-mail address, else the telephone number in E.164, else the account; what holds nothing is none. */
    public static @Nullable String recipientKey(Recipient recipient) {
        String email = recipient.email() == null ? "" : normalEmail(recipient.email());
        if (!email.isEmpty()) {
            return email;
        }
        String phone = recipient.phone() == null ? "" : e164(recipient.phone());
        return phone.isEmpty() ? recipient.accountId() : phone;
    }

    private static @Nullable String network(@Nullable String ip) {
        if (ip == null) {
            return null;
        }
        return Pseudonym.isOne(ip)
                ? Pseudonym.network(ip)
                : IpAddress.parse(ip).map(IpAddress::network).orElse(null);
    }

    /** A telephone number without what only helps to read it; empty where the text has no digit. */
    public static String e164(String phone) {
        if (Pseudonym.isOne(phone)) {
            return phone;
        }
        StringBuilder digits = new StringBuilder(phone.length());
        String plain = Normalizer.normalize(phone, Normalizer.Form.NFKC);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c >= '0' && c <= '9') || (c == '+' && digits.isEmpty())) {
                digits.append(c);
            }
        }
        return digits.toString().equals("+") ? "" : digits.toString();
    }

    private static List<String> cards(Event event) {
        Set<String> tokens = new LinkedHashSet<>();
        for (Card card : event.cards()) {
            if (card.token() != null) {
                tokens.add(card.token());
            }
        }
        return new ArrayList<>(tokens);
    }

    private static List<String> recipients(Event event) {
        Set<String> keys = new LinkedHashSet<>();
        for (Recipient recipient : event.recipients()) {
            String key = recipientKey(recipient);
            if (key != null) {
                keys.add(key);
            }
        }
        return new ArrayList<>(keys);
    }

    private static @Nullable String emailOf(Event event) {
        String email = event.detail() instanceof Detail.AccountChange change
                ? change.email()
                : event.data().get("email") instanceof String text ? text : null;
        String normal = email == null ? "" : normalEmail(email);
        return normal.isEmpty() ? null : normal;
    }

    private static List<String> present(@Nullable String key) {
        return key == null ? List.of() : List.of(key);
    }
}
