package io.sekisho.server.notice.outbox;

import io.sekisho.engine.event.Money;
import io.sekisho.server.notice.NoticeSettings;
import io.sekisho.server.notice.SealedColumns;
import io.sekisho.server.notice.outbox.Opening.NewDelivery;
import io.sekisho.server.notice.outbox.Opening.NewNotice;
import io.sekisho.server.notice.outbox.Opening.Told;
import io.sekisho.server.platform.ShopId;
import io.sekisho.server.projection.StoredId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of notices, as the projection's transactions read and fill them: a fixed number of statements a batch. */
final class OpeningTables {

    /** Locked, so that the sender does not begin with one while an act is added to it. */
    private static final String NOTICES = """
            select reference, episode, account_id, received_at, due_at, is_lapsed, sealed_at from notice
             where shop_id = ? and account_id = any(?) and received_at > ? order by reference for update""";

    private static final String DECISIONS =
            "select decision_id from notice_act where shop_id = ? and decision_id = any(?)";

    private static final String NOTICE = """
            insert into notice (shop_id, reference, account_id, kind, decision_id, episode, acted_at, received_at, opened_at,
                                due_at, language, zone, is_lapsed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ACT = """
            insert into notice_act (shop_id, decision_id, reference, sequence, type, acted_at, outcome, order_id, amount,
                                    currency, actions, action_targets, country, device)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String DELIVERY = """
            insert into notice_delivery (shop_id, reference, number, state, address_hash, customer, sealed, attempts, due_at,
                                         changed_at)
            values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)""";

    private final ShopId shop;
    private final NoticeSettings settings;

    OpeningTables(ShopId shop, NoticeSettings settings) {
        this.shop = shop;
        this.settings = settings;
    }

    /** What these acts might belong to; nothing is asked for where there are none. */
    Opening.Earlier load(Connection connection, Collection<Act> acts) throws SQLException {
        if (acts.isEmpty()) {
            return new Opening.Earlier(Map.of(), Set.of());
        }
        Map<String, String> accounts = new HashMap<>();
        acts.forEach(act -> accounts.put(StoredId.encode(act.accountId()), act.accountId()));
        long since = acts.stream().mapToLong(Act::receivedMillis).min().orElse(0)
                - settings.episode().toMillis();
        Map<String, List<OpenNotice>> notices = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(NOTICES)) {
            select.setString(1, shop.value());
            select.setArray(
                    2, connection.createArrayOf("text", accounts.keySet().toArray()));
            select.setObject(3, time(since));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notices.computeIfAbsent(accounts.get(row.getString("account_id")), account -> new ArrayList<>())
                            .add(notice(row));
                }
            }
        }
        return new Opening.Earlier(notices, known(connection, acts));
    }

    /** All that was opened. */
    void write(Connection connection, Opening opening) throws SQLException {
        if (opening.told().isEmpty()) {
            return;
        }
        try (PreparedStatement notice = connection.prepareStatement(NOTICE);
                PreparedStatement act = connection.prepareStatement(ACT);
                PreparedStatement delivery = connection.prepareStatement(DELIVERY)) {
            for (NewNotice opened : opening.notices()) {
                bind(notice, opened);
            }
            for (Told told : opening.told()) {
                bind(connection, act, told);
            }
            for (NewDelivery added : opening.deliveries()) {
                bind(delivery, added);
            }
            notice.executeBatch();
            act.executeBatch();
            delivery.executeBatch();
        }
    }

    private Set<String> known(Connection connection, Collection<Act> acts) throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(DECISIONS)) {
            select.setString(1, shop.value());
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", acts.stream().map(Act::decisionId).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
        }
        return known;
    }

    private static OpenNotice notice(ResultSet row) throws SQLException {
        return new OpenNotice(
                row.getString("reference"),
                row.getString("episode"),
                millis(row, "received_at"),
                millis(row, "due_at"),
                row.getBoolean("is_lapsed"),
                row.getObject("sealed_at") == null ? 0 : millis(row, "sealed_at"));
    }

    private void bind(PreparedStatement insert, NewNotice opened) throws SQLException {
        OpenNotice notice = opened.notice();
        insert.setString(1, shop.value());
        insert.setString(2, notice.reference());
        insert.setString(3, StoredId.encode(opened.act().accountId()));
        insert.setString(4, notice.isFirst() ? "first" : "follow_up");
        insert.setString(5, opened.act().decisionId());
        insert.setString(6, notice.episode());
        insert.setObject(7, time(opened.act().actedMillis()));
        insert.setObject(8, time(notice.receivedMillis()));
        insert.setObject(9, time(opened.openedMillis()));
        insert.setObject(10, time(notice.dueMillis()));
        insert.setString(11, opened.language());
        insert.setString(12, opened.act().zone().getId());
        insert.setBoolean(13, notice.isLapsed());
        insert.addBatch();
    }

    private void bind(Connection connection, PreparedStatement insert, Told told) throws SQLException {
        Act act = told.act();
        insert.setString(1, shop.value());
        insert.setString(2, act.decisionId());
        insert.setString(3, told.reference());
        insert.setLong(4, act.sequence());
        insert.setString(5, StoredId.encode(act.type()));
        insert.setObject(6, time(act.actedMillis()));
        insert.setString(7, act.outcome());
        insert.setString(8, act.orderId() == null ? null : StoredId.encode(act.orderId()));
        bind(insert, act.amount());
        insert.setArray(
                11,
                connection.createArrayOf(
                        "text",
                        act.actions().stream()
                                .map(action -> action.verb().word())
                                .toArray()));
        insert.setArray(
                12,
                connection.createArrayOf(
                        "text",
                        act.actions().stream()
                                .map(action -> StoredId.encode(action.target()))
                                .toArray()));
        insert.setString(13, act.country());
        insert.setString(14, act.device());
        insert.addBatch();
    }

    private static void bind(PreparedStatement insert, @Nullable Money amount) throws SQLException {
        insert.setObject(9, amount == null ? null : amount.value(), Types.BIGINT);
        insert.setString(10, amount == null ? null : amount.currency());
    }

    private void bind(PreparedStatement insert, NewDelivery delivery) throws SQLException {
        insert.setString(1, shop.value());
        insert.setString(2, delivery.notice().reference());
        insert.setInt(3, delivery.number());
        insert.setString(4, delivery.state().word());
        insert.setString(5, delivery.hash());
        insert.setBytes(6, SealedColumns.customer(delivery.address()));
        insert.setBytes(7, SealedColumns.bytes(delivery.address()));
        insert.setObject(8, time(delivery.notice().dueMillis()));
        insert.setObject(9, time(delivery.changedMillis()));
        insert.addBatch();
    }

    private static OffsetDateTime time(long millis) {
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    private static long millis(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }
}
