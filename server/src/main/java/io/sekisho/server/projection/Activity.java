package io.sekisho.server.projection;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.server.projection.fold.RecordReading;
import io.sekisho.server.projection.table.StoredText;
import io.sekisho.wire.event.EventReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened on an account, hidden orders included: whoever took it over must not be able to tidy up. Stateless. */
public final class Activity {

    private static final String SELECT =
            "select e.event_id, e.type, e.offset_seconds, e.sequence, e.order_id, e.amount,"
                    + " e.currency, e.decision_id, e.outcome, coalesce(o.is_hidden, false) as is_hidden, o.hidden_by_device, "
                    + Members.millis("e.happened_at", "happened") + ", " + Members.millis("o.hidden_at", "hidden")
                    // Only an id that was too long for an index is looked up in the event itself.
                    + ", case when char_length(e.order_id) > 200 then e.body end as body"
                    + " from event e left join shop_order o on o.shop_id = e.shop_id and o.order_id = e.order_id"
                    + " where e.shop_id = ? and e.account_id = ?";

    private static final String FROM = " and (e.happened_at, e.sequence) < (" + Members.atMillis("?") + ", ?::bigint)";

    private static final String ORDER = " order by e.happened_at desc, e.sequence desc limit ?";

    private final JdbcClient database;
    private final String shopId;

    public Activity(JdbcClient database, String shopId) {
        this.database = database;
        this.shopId = shopId;
    }

    /** The newest first; nothing for an account of which no event is known. */
    public Optional<Found> of(String accountId, Optional<Cursor> after, int limit) {
        String stored = StoredText.encode(String.valueOf(StoredText.id(accountId)));
        if (!isKnown(stored)) {
            return Optional.empty();
        }
        List<Object> parameters = new ArrayList<>(List.of(shopId, stored));
        after.ifPresent(cursor -> parameters.addAll(List.of(cursor.first(), cursor.second())));
        parameters.add(limit + 1);
        List<Found.Line> lines = database.sql(SELECT + (after.isPresent() ? FROM : "") + ORDER)
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
        return Optional.of(Found.page(lines, limit));
    }

    private boolean isKnown(String stored) {
        return database.sql("select exists (select from account where shop_id = ? and account_id = ?)")
                .params(shopId, stored)
                .query(Boolean.class)
                .single();
    }

    private static Found.Line line(ResultSet row) throws SQLException {
        int offset = row.getInt("offset_seconds");
        Members members = new Members(row)
                .text("event_id", "event_id")
                .text("type", "type")
                .time("time", "happened", offset)
                .put("order_id", orderId(row))
                .amount("amount", "")
                .flag("hidden", "is_hidden")
                .time("hidden_at", "hidden", offset)
                .text("hidden_by_device", "hidden_by_device")
                .text("decision_id", "decision_id")
                .text("decision", "outcome");
        return new Found.Line(members.all(), new Cursor(row.getLong("happened"), row.getLong("sequence"), ""));
    }

    private static @Nullable String orderId(ResultSet row) throws SQLException {
        String stored = Members.stored(row.getString("order_id"));
        if (stored == null || !StoredText.isShortened(stored)) {
            return stored;
        }
        Event event = EventReader.checked(RecordReading.tree(row.getString("body")), 0);
        return event.detail() instanceof Detail.Visibility visibility
                ? visibility.orderIds().getFirst()
                : event.orderId();
    }
}
