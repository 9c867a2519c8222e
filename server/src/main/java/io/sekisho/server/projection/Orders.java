package io.sekisho.server.projection;

import io.sekisho.server.projection.table.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders as their events left them. Stateless. */
public final class Orders {

    private static final String SELECT = "select *, " + Members.millis("placed_at", "placed") + ", "
            + Members.millis("hidden_at", "hidden") + ", " + Members.millis("items_at", "items_told")
            + " from shop_order where shop_id = ?";

    private final JdbcClient database;
    private final String shopId;
    private final Unsealer unsealer;

    public Orders(JdbcClient database, String shopId, Unsealer unsealer) {
        this.database = database;
        this.shopId = shopId;
        this.unsealer = unsealer;
    }

    /**
     * Which orders.
     *
     * @param accountId of that account; null for all
     * @param hidden only those that are hidden, or only the others; null for both
     */
    public record Query(
            @Nullable String accountId, @Nullable Boolean hidden, Optional<Cursor> after, int limit) {}

    /** Those that were told of last first, without their lines. */
    public Found find(Query query) {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> parameters = new ArrayList<>(List.of(shopId));
        if (query.accountId() != null) {
            sql.append(" and account_id = ?");
            parameters.add(stored(query.accountId()));
        }
        if (query.hidden() != null) {
            sql.append(query.hidden() ? " and is_hidden" : " and not is_hidden");
        }
        query.after().ifPresent(cursor -> {
            sql.append(" and (first_sequence, order_id) < (?, ?)");
            parameters.addAll(List.of(cursor.first(), StoredText.encode(cursor.id())));
        });
        sql.append(" order by first_sequence desc, order_id desc limit ?");
        parameters.add(query.limit() + 1);
        List<Found.Line> lines = database.sql(sql.toString())
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
        return Found.page(lines, query.limit());
    }

    /** The order with lines, payments and codes; recipients as the shop sent them, where their key still exists. */
    public Optional<Map<String, Object>> of(String orderId) {
        return database.sql(SELECT + " and order_id = ?")
                .params(shopId, stored(orderId))
                .query((row, number) ->
                        new Head(order(row, orderId), row.getLong("items_told"), row.getLong("items_sequence")))
                .optional()
                .map(head -> whole(head, orderId));
    }

    /** An order and the event that told its lines. */
    private record Head(Map<String, Object> order, long itemsMillis, long itemsSequence) {}

    private static Found.Line line(ResultSet row) throws SQLException {
        String id = String.valueOf(Members.stored(row.getString("order_id")));
        return new Found.Line(order(row, id), new Cursor(row.getLong("first_sequence"), 0, id));
    }

    private static Map<String, Object> order(ResultSet row, String id) throws SQLException {
        return new Members(row)
                .put("order_id", id)
                .text("account_id", "account_id")
                .text("device_id", "device_id")
                .time("placed_at", "placed", 0)
                .amount("amount", "")
                .text("status", "status")
                .flag("hidden", "is_hidden")
                .time("hidden_at", "hidden", 0)
                .text("hidden_by_device", "hidden_by_device")
                .text("country", "country")
                .text("decision_id", "decision_id")
                .text("decision", "outcome")
                .all();
    }

    private Map<String, Object> whole(Head head, String orderId) {
        Map<String, Object> order = head.order();
        Map<String, Object> originals =
                new SealedTexts(database, shopId, unsealer).of(head.itemsMillis(), head.itemsSequence());
        order.put("items", parts("order_item", "line", orderId, (item, number) -> item(item, originals)));
        order.put("payments", parts("payment", "payment_id", orderId, (payment, number) -> payment(payment)));
        order.put("codes", parts("code", "code_id", orderId, (code, number) -> code(code)));
        return order;
    }

    private List<Map<String, Object>> parts(
            String table, String by, String orderId, RowMapper<Map<String, Object>> reader) {
        String times = table.equals("order_item") ? "" : ", " + Members.millis("status_at", "changed");
        return database.sql(
                        "select *" + times + " from " + table + " where shop_id = ? and order_id = ? order by " + by)
                .params(shopId, stored(orderId))
                .query(reader)
                .list();
    }

    private static Map<String, Object> item(ResultSet row, Map<String, Object> originals) throws SQLException {
        return new Members(row)
                .text("sku", "sku")
                .text("category", "category")
                .whole("quantity", "quantity")
                .amount("amount", "")
                .put("recipient", recipient(row, "/data/order/items/" + row.getLong("line") + "/recipient/", originals))
                .all();
    }

    private static @Nullable Map<String, Object> recipient(ResultSet row, String pointer, Map<String, Object> originals)
            throws SQLException {
        Map<String, Object> recipient = new Members(row)
                .text("email", "recipient_email_hash")
                .text("phone", "recipient_phone_hash")
                .text("account_id", "recipient_account_id")
                .all();
        recipient.replaceAll((name, stored) -> originals.getOrDefault(pointer + name, stored));
        return recipient.isEmpty() ? null : recipient;
    }

    private static Map<String, Object> payment(ResultSet row) throws SQLException {
        Map<String, Object> card = new Members(row)
                .text("brand", "card_brand")
                .text("bin", "card_bin")
                .text("last4", "card_last4")
                .text("expiry", "card_expiry")
                .text("country", "card_country")
                .text("funding", "card_funding")
                .all();
        return new Members(row)
                .text("payment_id", "payment_id")
                .text("method", "method")
                .amount("amount", "")
                .text("status", "status")
                .time("status_at", "changed", 0)
                .amount("status_amount", "status_")
                .text("decline_category", "decline_category")
                .put("card", card.isEmpty() ? null : card)
                .all();
    }

    private static Map<String, Object> code(ResultSet row) throws SQLException {
        return new Members(row)
                .text("code_id", "code_id")
                .amount("amount", "")
                .text("status", "status")
                .time("status_at", "changed", 0)
                .text("redeemed_by", "redeemed_by")
                .put("recipient", recipient(row, "", Map.of()))
                .all();
    }

    private static String stored(String id) {
        return StoredText.encode(String.valueOf(StoredText.id(id)));
    }
}
