package io.sekisho.server.projection.fold;

import static io.sekisho.server.projection.table.StoredText.id;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Order;
import io.sekisho.engine.event.Recipient;
import io.sekisho.engine.event.Shipping;
import io.sekisho.server.projection.fold.Told.EventTold;
import io.sekisho.server.projection.table.ItemColumn;
import io.sekisho.server.projection.table.OrderColumn;
import io.sekisho.server.projection.table.Row;
import io.sekisho.server.projection.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders and their lines. Stateless. */
final class OrderFold {

    private static final String UNKNOWN = "unknown";

    private OrderFold() {}

    static void want(EventTold told, Changes changes) {
        switch (told.event().detail()) {
            case Detail.OrderChange change ->
                changes.orders().want(change.order().orderId());
            case Detail.Visibility visibility -> visibility.orderIds().forEach(changes.orders()::want);
            default -> {}
        }
    }

    static void apply(EventTold told, Changes changes) {
        switch (told.event().detail()) {
            case Detail.OrderChange change -> apply(told, change.order(), changes);
            case Detail.Visibility visibility ->
                visibility.orderIds().forEach(order -> show(seen(order, told, changes), told, visibility.visibility()));
            default -> {}
        }
    }

    /** The order's row, which says at least that there is one, and whose. */
    private static Row<OrderColumn> seen(String orderId, EventTold told, Changes changes) {
        return changes.orders()
                .row(orderId)
                .putIfUnknown(OrderColumn.ACCOUNT_ID, id(told.event().accountId()))
                .putIfUnknown(OrderColumn.STATUS, UNKNOWN)
                .putIfUnknown(OrderColumn.IS_HIDDEN, false)
                .putIfUnknown(OrderColumn.FIRST_SEQUENCE, told.number())
                .put(OrderColumn.LAST_SEQUENCE, told.number());
    }

    private static void apply(EventTold told, Order order, Changes changes) {
        Row<OrderColumn> row = seen(order.orderId(), told, changes)
                .putIfTold(OrderColumn.STATUS, status(told.event().type()));
        if (order.amount() != null) {
            row.put(OrderColumn.AMOUNT, order.amount().value())
                    .put(OrderColumn.CURRENCY, order.amount().currency());
        }
        ship(row, order.shipping());
        if (told.event().type() == EventType.ORDER_CREATED) {
            place(row, told);
        }
        if (!order.items().isEmpty()) {
            row.put(OrderColumn.ITEMS_AT, told.event().timeMillis()).put(OrderColumn.ITEMS_SEQUENCE, told.number());
            changes.items().put(String.valueOf(row.text(OrderColumn.ORDER_ID)), items(row, order.items()));
        }
    }

    private static void place(Row<OrderColumn> row, EventTold told) {
        Event event = told.event();
        Told.Judged judged = told.judged();
        row.putIfTold(OrderColumn.ACCOUNT_ID, id(event.accountId()))
                .put(OrderColumn.DEVICE_ID, id(event.context().deviceId()))
                .put(OrderColumn.PLACED_AT, event.timeMillis())
                .put(OrderColumn.DECISION_ID, judged == null ? null : judged.decisionId())
                .put(
                        OrderColumn.OUTCOME,
                        judged == null ? null : judged.assessment().outcome().word());
    }

    private static void ship(Row<OrderColumn> row, @Nullable Shipping shipping) {
        if (shipping != null) {
            row.put(OrderColumn.ADDRESS_ID, shipping.addressId()).put(OrderColumn.COUNTRY, shipping.country());
        }
    }

    private static void show(Row<OrderColumn> row, EventTold told, String visibility) {
        boolean isHidden = visibility.equals("hidden");
        row.put(OrderColumn.IS_HIDDEN, isHidden)
                .put(OrderColumn.HIDDEN_AT, isHidden ? (Long) told.event().timeMillis() : null)
                .put(
                        OrderColumn.HIDDEN_BY_DEVICE,
                        isHidden ? id(told.event().context().deviceId()) : null);
    }

    /** Nothing for a type that leaves the status as it is. */
    private static @Nullable String status(EventType type) {
        return switch (type) {
            case ORDER_CREATED -> "created";
            case ORDER_HELD -> "held";
            case ORDER_RELEASED -> "released";
            case ORDER_CANCELLED -> "cancelled";
            case ORDER_FULFILLED -> "fulfilled";
            default -> null;
        };
    }

    private static List<Row<ItemColumn>> items(Row<OrderColumn> order, List<Item> items) {
        List<Row<ItemColumn>> rows = new ArrayList<>(items.size());
        for (Item item : items) {
            Row<ItemColumn> row = Table.ITEM
                    .newRow()
                    .put(ItemColumn.ORDER_ID, order.text(OrderColumn.ORDER_ID))
                    .put(ItemColumn.LINE, (long) rows.size())
                    .put(ItemColumn.SKU, item.sku())
                    .put(ItemColumn.CATEGORY, item.category())
                    .put(ItemColumn.QUANTITY, item.quantity());
            if (item.amount() != null) {
                row.put(ItemColumn.AMOUNT, item.amount().value())
                        .put(ItemColumn.CURRENCY, item.amount().currency());
            }
            rows.add(send(row, item.recipient()));
        }
        return rows;
    }

    private static Row<ItemColumn> send(Row<ItemColumn> row, @Nullable Recipient recipient) {
        return recipient == null
                ? row
                : row.put(ItemColumn.RECIPIENT_EMAIL_HASH, EventRows.hash(recipient.email()))
                        .put(ItemColumn.RECIPIENT_PHONE_HASH, EventRows.hash(recipient.phone()))
                        .put(ItemColumn.RECIPIENT_ACCOUNT_ID, id(recipient.accountId()));
    }
}
