package io.sekisho.server.projection.fold;

import io.sekisho.server.projection.fold.Told.EventTold;
import io.sekisho.server.projection.fold.Told.ListTold;
import io.sekisho.server.projection.fold.Told.PolicyTold;
import io.sekisho.server.projection.table.ActivationColumn;
import io.sekisho.server.projection.table.ListColumn;
import io.sekisho.server.projection.table.Row;
import io.sekisho.server.projection.table.StoredText;
import io.sekisho.server.projection.table.Table;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import java.util.List;
import java.util.Optional;

/** Turns a batch of records into changes. Owned by one thread. */
public final class Folding {

    /*
     * What the tables say of an account, an order, a payment is derived in the order of the journal, the order in which the
     * shop told it: a later record overrides an earlier one, whatever times the events bear. Only the times of the first and
     * the last event follow the events' own times. So the rows are a function of the journal alone; how it was cut into
     * batches changes nothing.
     *
     * A batch loads the rows that it touches, changes them here, record by record, and writes them back in one transaction
     * with the position. Merging in SQL instead was not chosen: "a viewed code that was redeemed stays redeemed" needs the
     * records of a batch one after the other.
     */
    private final Changes changes = new Changes();
    private final long projectedMillis;

    public Folding(long projectedMillis) {
        this.projectedMillis = projectedMillis;
    }

    public Changes changes() {
        return changes;
    }

    /** Notes which rows the record touches. */
    public void want(Told told) {
        if (told instanceof EventTold event) {
            AccountFold.want(event, changes);
            OrderFold.want(event, changes);
            PaymentFold.want(event, changes);
            CodeFold.want(event, changes);
        }
    }

    /** Changes the rows, of which those that exist must have been loaded. */
    public void apply(Told told) {
        switch (told) {
            case EventTold event -> apply(event);
            case ListTold list -> apply(list.number(), list.change());
            case PolicyTold policy -> apply(policy.number(), policy.policy());
        }
    }

    private void apply(EventTold event) {
        changes.events().add(EventRows.event(event, projectedMillis));
        if (event.judged() != null) {
            changes.decisions().add(DecisionRows.decision(event, event.judged(), projectedMillis));
        }
        AccountFold.apply(event, changes);
        OrderFold.apply(event, changes);
        PaymentFold.apply(event, changes);
        CodeFold.apply(event, changes);
        LabelFold.apply(event, changes);
    }

    /** A change without a value makes a list that holds nothing yet. */
    private void apply(long number, ListChanged change) {
        if (change.value().isEmpty()) {
            return;
        }
        Row<ListColumn> row = Table.LIST
                .newRow()
                .put(ListColumn.LIST, StoredText.id(change.list()))
                .put(ListColumn.VALUE, StoredText.id(change.value()))
                .put(ListColumn.EXPIRES_AT, change.expiryMillis() == Long.MAX_VALUE ? null : change.expiryMillis())
                .put(ListColumn.NOTE, change.note())
                .put(ListColumn.ACTOR, change.actor())
                .put(ListColumn.CHANGED_AT, change.atMillis())
                .put(ListColumn.SEQUENCE, number);
        if (!change.plain().isEmpty()) {
            row.put(ListColumn.CUSTOMER, EventRows.bytes(change.plain().customer()))
                    .put(ListColumn.SEALED, change.plain().bytes());
        }
        List<Object> key = row.key();
        changes.listed().put(key, change.isAddition() ? Optional.of(row) : Optional.empty());
    }

    private void apply(long number, PolicyActivated policy) {
        changes.activations()
                .add(Table.ACTIVATION
                        .newRow()
                        .put(ActivationColumn.SEQUENCE, number)
                        .put(ActivationColumn.POLICY_ID, policy.policyId())
                        .put(ActivationColumn.FINGERPRINT, policy.fingerprint())
                        .put(ActivationColumn.VERSION, policy.version())
                        .put(ActivationColumn.ACTIVATED_AT, policy.atMillis())
                        .put(ActivationColumn.ACTOR, policy.actor()));
    }
}
