package io.sekisho.server.notice.contact;

import io.sekisho.server.platform.ShopId;
import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.server.projection.ProjectedEvent;
import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.record.EventEntry.Sealed;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps the books of all accounts, in the projection's transactions. Owned by the projector's thread. */
public final class ContactBooks {

    /*
     * Most events say nothing new of an account's owner, and many say something: which language, which address. So that these
     * cost nothing, the books of the accounts that were busy last are remembered, as they were committed; the others come
     * with one query for a batch. What a batch adds is remembered only when it is committed.
     */
    private static final int REMEMBERED_ACCOUNTS = 20_000;

    private final ContactTable table;
    private final CustomerKeys customers;
    private final Map<String, AddressBook> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AddressBook> eldest) {
            return size() > REMEMBERED_ACCOUNTS;
        }
    };
    private final Map<String, AddressBook> open = new LinkedHashMap<>();
    private final Map<String, List<Contact>> added = new LinkedHashMap<>();

    public ContactBooks(ShopId shop, CustomerKeys customers) {
        this.table = new ContactTable(shop);
        this.customers = customers;
    }

    /** Nothing is remembered any more. */
    public void forget() {
        remembered.clear();
        open.clear();
    }

    /** Opens the books of these accounts for a batch; what an earlier one added and did not commit is dropped. */
    public void open(Connection connection, List<ProjectedEvent> events, Set<String> more) throws SQLException {
        open.clear();
        added.clear();
        Set<String> missing = new TreeSet<>();
        for (ProjectedEvent event : events) {
            String account = event.event().accountId();
            if (account != null && Mention.mayBeIn(event.event())) {
                want(account, missing);
            }
        }
        more.forEach(account -> want(account, missing));
        if (!missing.isEmpty()) {
            open.putAll(table.load(connection, missing));
        }
    }

    /** Notes what the event says. */
    public void follow(ProjectedEvent told) {
        String account = told.event().accountId();
        AddressBook book = account == null ? null : open.get(account);
        if (account == null || book == null) {
            return;
        }
        List<Contact> more = new ContactFold(book, told, mention -> seal(told, mention)).fold();
        for (Contact contact : more) {
            open.put(account, open.getOrDefault(account, AddressBook.EMPTY).with(contact));
            added.computeIfAbsent(account, unknown -> new ArrayList<>()).add(contact);
        }
    }

    /** As it stands after the events that were followed. */
    public AddressBook of(String accountId) {
        return open.getOrDefault(accountId, AddressBook.EMPTY);
    }

    /** Writes what was added. */
    public void write(Connection connection) throws SQLException {
        table.add(connection, added);
    }

    /** What was written is committed. */
    public void committed() {
        remembered.putAll(open);
        open.clear();
        added.clear();
    }

    private void want(String account, Set<String> missing) {
        AddressBook known = remembered.get(account);
        if (known == null) {
            missing.add(account);
        } else {
            open.put(account, known);
        }
    }

    /** The text alone under the same key: of the event's other texts the book keeps none. */
    private Sealed seal(ProjectedEvent told, Mention mention) {
        return customers
                .open(told.sealed())
                .map(json -> text(json, mention.pointer()))
                .filter(text -> !text.isEmpty())
                .map(text -> customers.seal(told.sealed().customer(), text.getBytes(StandardCharsets.UTF_8)))
                .orElse(Sealed.NONE);
    }

    private static String text(byte[] json, String pointer) {
        Object originals =
                JsonTree.read(json, 0, json.length, new ArrayList<>()).orElse(Map.of());
        Object text = originals instanceof Map<?, ?> members ? members.get(pointer) : null;
        return text instanceof String known ? known : "";
    }
}
