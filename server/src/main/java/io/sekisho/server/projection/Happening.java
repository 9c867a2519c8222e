package io.sekisho.server.projection;

import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event as a list for people shows it, with its decision if it was decided.
 *
 * @param sequence of its record in the journal
 * @param offsetSeconds of the shop's clock from UTC
 * @param isGift whether an order holds stored value
 * @param isHiding whether it hid orders
 * @param isHidden whether its order is hidden now
 * @param orderDeviceId the device from which its order was placed
 * @param label the last one of its order, or of itself
 */
public record Happening(
        long sequence,
        String eventId,
        String type,
        long happenedMillis,
        int offsetSeconds,
        @Nullable String accountId,
        @Nullable String orderId,
        @Nullable String deviceId,
        @Nullable Money amount,
        boolean isGift,
        boolean isHiding,
        boolean isHidden,
        @Nullable String orderDeviceId,
        @Nullable String label,
        @Nullable Judged judged) {

    private static final String STORED_VALUE =
            Item.STORED_VALUE.stream().sorted().map(word -> "'" + word + "'").collect(Collectors.joining(", "));

    /** SQL for what {@link #read} reads, of an event {@code e} and its decision {@code d}, either of which may be missing. */
    static final String COLUMNS = """
            coalesce(e.sequence, d.sequence) as sequence, coalesce(e.event_id, d.event_id) as event_id,
            coalesce(e.type, d.type) as type, coalesce(e.offset_seconds, 0) as offset_seconds,
            coalesce(e.account_id, d.account_id) as account_id, coalesce(e.order_id, d.order_id) as order_id,
            e.device_id, e.amount, e.currency, d.decision_id, d.outcome, d.score, d.reasons[1] as reason, d.policy_id,
            (extract(epoch from coalesce(e.happened_at, d.happened_at)) * 1000)::bigint as happened,
            (extract(epoch from d.decided_at) * 1000)::bigint as decided,
            exists (select from order_item i where i.shop_id = o.shop_id and i.order_id = o.order_id
                and i.category in (:stored_value:)) as is_gift,
            e.type = 'order.visibility_changed' and position('"visibility":"hidden"' in e.body) > 0 as is_hiding,
            coalesce(o.is_hidden, false) as is_hidden, o.device_id as order_device,
            case when o.order_id is not null then (select l.label from label l where l.shop_id = o.shop_id
                and l.about in (o.order_id, e.event_id) order by l.sequence desc limit 1) end as label
            """.replace(":stored_value:", STORED_VALUE);

    /**
     * What was decided of it.
     *
     * @param outcome allow, challenge, hold, deny
     * @param reason code of the heaviest
     */
    public record Judged(
            String decisionId,
            long decidedMillis,
            String outcome,
            long score,
            @Nullable String reason,
            long policyId) {}

    static Happening read(ResultSet row) throws SQLException {
        return new Happening(
                row.getLong("sequence"),
                told(row, "event_id"),
                told(row, "type"),
                row.getLong("happened"),
                row.getInt("offset_seconds"),
                Members.stored(row.getString("account_id")),
                Members.stored(row.getString("order_id")),
                Members.stored(row.getString("device_id")),
                amount(row),
                row.getBoolean("is_gift"),
                row.getBoolean("is_hiding"),
                row.getBoolean("is_hidden"),
                Members.stored(row.getString("order_device")),
                Members.stored(row.getString("label")),
                judged(row));
    }

    private static @Nullable Money amount(ResultSet row) throws SQLException {
        long value = row.getLong("amount");
        return row.wasNull() ? null : new Money(value, row.getString("currency"));
    }

    private static @Nullable Judged judged(ResultSet row) throws SQLException {
        String decisionId = row.getString("decision_id");
        return decisionId == null
                ? null
                : new Judged(
                        decisionId,
                        row.getLong("decided"),
                        row.getString("outcome"),
                        row.getLong("score"),
                        Members.stored(row.getString("reason")),
                        row.getLong("policy_id"));
    }

    private static String told(ResultSet row, String column) throws SQLException {
        return String.valueOf(Members.stored(row.getString(column)));
    }
}
