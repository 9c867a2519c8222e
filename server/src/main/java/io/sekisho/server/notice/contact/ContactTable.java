package io.sekisho.server.notice.contact;

import io.sekisho.server.notice.SealedColumns;
import io.sekisho.server.platform.ShopId;
import io.sekisho.server.projection.StoredId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of contacts, in the projection's transaction. */
final class ContactTable {

    private static final String INSERT =
            "insert into contact (shop_id, account_id, kind, since, sequence, value, is_first, customer, sealed)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private final ShopId shop;

    ContactTable(ShopId shop) {
        this.shop = shop;
    }

    /** The books of these accounts; of one of which nothing is known it is empty. */
    Map<String, AddressBook> load(Connection connection, Collection<String> accounts) throws SQLException {
        Map<String, List<Contact>> found = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select * from contact where shop_id = ? and account_id = any(?)")) {
            select.setString(1, shop.value());
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", accounts.stream().map(StoredId::encode).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString("account_id"), account -> new ArrayList<>())
                            .add(contact(row));
                }
            }
        }
        Map<String, AddressBook> books = new HashMap<>();
        for (String account : accounts) {
            books.put(account, AddressBook.of(found.getOrDefault(StoredId.encode(account), List.of())));
        }
        return books;
    }

    /** By account. A row that is there already was made from the same record, before the tables were filled anew. */
    void add(Connection connection, Map<String, List<Contact>> contacts) throws SQLException {
        if (contacts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Map.Entry<String, List<Contact>> account : contacts.entrySet()) {
                for (Contact contact : account.getValue()) {
                    bind(insert, StoredId.encode(account.getKey()), contact);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void bind(PreparedStatement insert, String account, Contact contact) throws SQLException {
        insert.setString(1, shop.value());
        insert.setString(2, account);
        insert.setString(3, contact.kind().word());
        insert.setObject(4, time(contact.sinceMillis()));
        insert.setLong(5, contact.sequence());
        insert.setString(6, contact.value());
        insert.setBoolean(7, contact.isFirst());
        insert.setBytes(8, SealedColumns.customer(contact.sealed()));
        insert.setBytes(9, SealedColumns.bytes(contact.sealed()));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                ContactKind.of(row.getString("kind")),
                millis(row.getObject("since", OffsetDateTime.class)),
                row.getLong("sequence"),
                row.getString("value"),
                row.getBoolean("is_first"),
                SealedColumns.read(row));
    }

    /** The driver writes the least time as minus infinity, and reads it so. */
    private static OffsetDateTime time(long millis) {
        return millis == Contact.EVER
                ? OffsetDateTime.MIN
                : OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    private static long millis(OffsetDateTime time) {
        return time.equals(OffsetDateTime.MIN) ? Contact.EVER : time.toInstant().toEpochMilli();
    }
}
