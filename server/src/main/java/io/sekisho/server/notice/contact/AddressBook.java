package io.sekisho.server.notice.contact;

import io.sekisho.server.notice.NoticeSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the owner of one account was reached, over time. Immutable. */
public final class AddressBook {

    /*
     * An address counts as its owner's own where it was in effect for the cooling-off time, up to the act or up to the change
     * that ended it; or where the account came with it and somebody changed it since. Whoever takes an account over and puts
     * one address after the other into it has none that counts: not the newest, which is young, nor the ones between, which
     * never grew old. The owner's stays told for thirty days after it was changed away, also where it was put back meanwhile.
     */

    /** Nothing is known. */
    public static final AddressBook EMPTY = new AddressBook(List.of());

    private static final String USUAL_LANGUAGE = "ja";

    private final List<Contact> contacts;

    private AddressBook(List<Contact> contacts) {
        this.contacts = contacts;
    }

    /** Of these, in any order. */
    public static AddressBook of(List<Contact> contacts) {
        return new AddressBook(contacts.stream().sorted(Contact.BY_TIME).toList());
    }

    /** With one more. */
    AddressBook with(Contact contact) {
        List<Contact> more = new ArrayList<>(contacts);
        more.add(contact);
        return of(more);
    }

    /** The values of a kind, the earliest first. */
    List<Contact> all(ContactKind kind) {
        return contacts.stream().filter(contact -> contact.kind() == kind).toList();
    }

    /** What was in effect at that time; nothing where none had begun. */
    Optional<Contact> at(ContactKind kind, long millis) {
        return contacts.stream()
                .filter(contact -> contact.kind() == kind && contact.sinceMillis() <= millis)
                .reduce((earlier, later) -> later);
    }

    /** The e-mail addresses that may be told of an act at that time, each once, the latest first. */
    public List<Contact> recipients(long atMillis, NoticeSettings settings) {
        List<Contact> emails = all(ContactKind.EMAIL);
        Map<String, Contact> recipients = new LinkedHashMap<>();
        for (int i = emails.size() - 1; i >= 0; i--) {
            Contact email = emails.get(i);
            Contact next = i + 1 < emails.size() ? emails.get(i + 1) : null;
            if (email.value() != null && email.sinceMillis() <= atMillis && isTold(email, next, atMillis, settings)) {
                recipients.putIfAbsent(email.value(), email);
            }
        }
        return List.copyOf(recipients.values());
    }

    /** In which the owner is told of an act at that time: ja or en. A language, too, can be changed by the wrong person. */
    public String language(long atMillis, NoticeSettings settings) {
        long old = atMillis - settings.coolingOff().toMillis();
        return at(ContactKind.LANGUAGE, old)
                .or(() -> all(ContactKind.LANGUAGE).stream().findFirst())
                .or(() -> all(ContactKind.BROWSER_LANGUAGE).stream().findFirst())
                .map(Contact::value)
                .filter(Objects::nonNull)
                .orElse(USUAL_LANGUAGE);
    }

    private static boolean isTold(Contact email, @Nullable Contact next, long atMillis, NoticeSettings settings) {
        if (next == null || next.sinceMillis() > atMillis) {
            return hasLasted(email, atMillis, settings.coolingOff());
        }
        boolean isRecent =
                next.sinceMillis() > atMillis - settings.previousAddress().toMillis();
        return isRecent && (email.isFirst() || hasLasted(email, next.sinceMillis(), settings.coolingOff()));
    }

    private static boolean hasLasted(Contact email, long untilMillis, Duration span) {
        return email.sinceMillis() == Contact.EVER || untilMillis - email.sinceMillis() >= span.toMillis();
    }
}
