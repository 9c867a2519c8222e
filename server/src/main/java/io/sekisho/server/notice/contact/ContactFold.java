package io.sekisho.server.notice.contact;

import io.sekisho.engine.event.AccountPast;
import io.sekisho.server.projection.ProjectedEvent;
import io.sekisho.wire.record.EventEntry.Sealed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What an event adds to the book of its account. Owned by one thread. */
final class ContactFold {

    private final Function<Mention, Sealed> sealing;
    private final ProjectedEvent told;
    private final List<Contact> added = new ArrayList<>();
    private AddressBook book;

    /** @param sealing the text of a mention under its customer's key */
    ContactFold(AddressBook book, ProjectedEvent told, Function<Mention, Sealed> sealing) {
        this.book = book;
        this.told = told;
        this.sealing = sealing;
    }

    /** The new values, in order; none where all was known. */
    List<Contact> fold() {
        boolean isLanguageKnown = !book.all(ContactKind.BROWSER_LANGUAGE).isEmpty();
        Mention.in(told, !isLanguageKnown).forEach(this::apply);
        return added;
    }

    private void apply(Mention mention) {
        Optional<Contact> now = book.at(mention.kind(), millis());
        switch (mention.manner()) {
            case GUESSED -> add(mention, millis(), true);
            case CREATED, BESIDE -> {
                if (now.isEmpty()) {
                    add(mention, mention.manner() == Mention.Manner.CREATED ? millis() : sinceCreation(), true);
                } else if (differs(now.get(), mention)) {
                    add(mention, millis(), false);
                }
            }
            case CHANGED -> change(mention, now);
        }
    }

    /**
     * Where the shop does not say what an address became, what stood beside the event may have said it: then it is noted
     * already.
     */
    private void change(Mention mention, Optional<Contact> now) {
        boolean isNoted = now.filter(contact -> contact.sequence() == told.sequence() && !contact.isFirst())
                .isPresent();
        if (isNoted && mention.value() != null) {
            added.removeIf(contact -> contact.kind() == mention.kind() && !contact.isFirst());
            add(mention, millis(), false);
        } else if (!isNoted && now.map(contact -> differs(contact, mention)).orElse(true)) {
            add(mention, millis(), false);
        }
    }

    private void add(Mention mention, long since, boolean isFirst) {
        Sealed sealed = mention.value() == null || mention.pointer().isEmpty() ? Sealed.NONE : sealing.apply(mention);
        Contact contact = new Contact(mention.kind(), since, told.sequence(), mention.value(), isFirst, sealed);
        added.add(contact);
        book = book.with(contact);
    }

    private long millis() {
        return told.event().timeMillis();
    }

    /** What stands beside the first event of an account is as old as the account, as far as anybody says: older than the event. */
    private long sinceCreation() {
        AccountPast account = told.event().context().account();
        Long created = account == null ? null : account.createdMillis();
        return created == null ? Contact.EVER : Math.min(created, millis() - 1);
    }

    private static boolean differs(Contact known, Mention mention) {
        return mention.value() == null
                ? known.value() != null
                : !mention.value().equals(known.value());
    }
}
