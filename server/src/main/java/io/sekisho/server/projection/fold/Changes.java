package io.sekisho.server.projection.fold;

import io.sekisho.server.projection.table.AccountColumn;
import io.sekisho.server.projection.table.ActivationColumn;
import io.sekisho.server.projection.table.CodeColumn;
import io.sekisho.server.projection.table.DecisionColumn;
import io.sekisho.server.projection.table.DeviceColumn;
import io.sekisho.server.projection.table.EventColumn;
import io.sekisho.server.projection.table.ItemColumn;
import io.sekisho.server.projection.table.LabelColumn;
import io.sekisho.server.projection.table.ListColumn;
import io.sekisho.server.projection.table.OrderColumn;
import io.sekisho.server.projection.table.PaymentColumn;
import io.sekisho.server.projection.table.Row;
import io.sekisho.server.projection.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a batch of records changes in the tables. Filled by {@link Folding}; owned by one thread. */
public final class Changes {

    private final List<Row<EventColumn>> events = new ArrayList<>();
    private final List<Row<DecisionColumn>> decisions = new ArrayList<>();
    private final List<Row<LabelColumn>> labels = new ArrayList<>();
    private final List<Row<ActivationColumn>> activations = new ArrayList<>();
    private final Entities<AccountColumn> accounts = new Entities<>(Table.ACCOUNT);
    private final Entities<DeviceColumn> devices = new Entities<>(Table.DEVICE);
    private final Entities<OrderColumn> orders = new Entities<>(Table.ORDER);
    private final Entities<PaymentColumn> payments = new Entities<>(Table.PAYMENT);
    private final Entities<CodeColumn> codes = new Entities<>(Table.CODE);
    private final Map<String, List<Row<ItemColumn>>> items = new LinkedHashMap<>();
    private final Map<List<Object>, Optional<Row<ListColumn>>> listed = new LinkedHashMap<>();

    public List<Row<EventColumn>> events() {
        return events;
    }

    public List<Row<DecisionColumn>> decisions() {
        return decisions;
    }

    public List<Row<LabelColumn>> labels() {
        return labels;
    }

    public List<Row<ActivationColumn>> activations() {
        return activations;
    }

    public Entities<AccountColumn> accounts() {
        return accounts;
    }

    public Entities<DeviceColumn> devices() {
        return devices;
    }

    public Entities<OrderColumn> orders() {
        return orders;
    }

    public Entities<PaymentColumn> payments() {
        return payments;
    }

    public Entities<CodeColumn> codes() {
        return codes;
    }

    /** The tables whose rows are loaded before they are changed. */
    public List<Entities<?>> entities() {
        return List.of(accounts, devices, orders, payments, codes);
    }

    /** By order: the lines that take the place of all that it had. */
    public Map<String, List<Row<ItemColumn>>> items() {
        return items;
    }

    /** By list and value: what takes the place of the row; nothing where the value is taken off. */
    public Map<List<Object>, Optional<Row<ListColumn>>> listed() {
        return listed;
    }
}
