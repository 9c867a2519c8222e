package io.sekisho.server.projection.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table and its columns, in the order in which rows are copied.
 *
 * @param keys with the shop's id the primary key; they come first among the columns
 */
public record Table<C extends Column>(String name, List<C> columns, int keys) {

    public Table {
        columns = List.copyOf(columns);
    }

    public static final Table<EventColumn> EVENT = new Table<>("event", List.of(EventColumn.values()), 2);
    public static final Table<DecisionColumn> DECISION = new Table<>("decision", List.of(DecisionColumn.values()), 2);
    public static final Table<AccountColumn> ACCOUNT = new Table<>("account", List.of(AccountColumn.values()), 1);
    public static final Table<DeviceColumn> DEVICE = new Table<>("device", List.of(DeviceColumn.values()), 1);
    public static final Table<OrderColumn> ORDER = new Table<>("shop_order", List.of(OrderColumn.values()), 1);
    public static final Table<ItemColumn> ITEM = new Table<>("order_item", List.of(ItemColumn.values()), 2);
    public static final Table<PaymentColumn> PAYMENT = new Table<>("payment", List.of(PaymentColumn.values()), 1);
    public static final Table<CodeColumn> CODE = new Table<>("code", List.of(CodeColumn.values()), 1);
    public static final Table<LabelColumn> LABEL = new Table<>("label", List.of(LabelColumn.values()), 1);
    public static final Table<ListColumn> LIST = new Table<>("list_item", List.of(ListColumn.values()), 2);
    public static final Table<ActivationColumn> ACTIVATION =
            new Table<>("policy_activation", List.of(ActivationColumn.values()), 1);

    /** All of them. */
    public static List<Table<?>> all() {
        return List.of(EVENT, DECISION, ACCOUNT, DEVICE, ORDER, ITEM, PAYMENT, CODE, LABEL, LIST, ACTIVATION);
    }

    /** The columns' names, with commas between. */
    public String list() {
        return columns.stream().map(Column::sql).collect(Collectors.joining(", "));
    }

    /** The names of the columns that are keys, with commas between. */
    public String keyList() {
        return columns.stream().limit(keys).map(Column::sql).collect(Collectors.joining(", "));
    }

    public Row<C> newRow() {
        return new Row<>(this);
    }
}
