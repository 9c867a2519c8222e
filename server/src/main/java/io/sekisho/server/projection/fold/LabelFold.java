package io.sekisho.server.projection.fold;

import static io.sekisho.server.projection.table.StoredText.id;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.server.projection.fold.Told.EventTold;
import io.sekisho.server.projection.table.LabelColumn;
import io.sekisho.server.projection.table.Table;

/** Labels: each stays as it was applied; which of several holds is for the reader to say. Stateless. */
final class LabelFold {

    private LabelFold() {}

    static void apply(EventTold told, Changes changes) {
        Event event = told.event();
        if (event.detail() instanceof Detail.Label label) {
            changes.labels()
                    .add(Table.LABEL
                            .newRow()
                            .put(LabelColumn.SEQUENCE, told.number())
                            .put(LabelColumn.EVENT_ID, event.id())
                            .put(LabelColumn.SOURCE, event.source())
                            .put(
                                    LabelColumn.ABOUT_KIND,
                                    event.data().get("about_kind") instanceof String kind ? kind : null)
                            .put(LabelColumn.ABOUT, id(label.about()))
                            .put(LabelColumn.LABEL, label.label())
                            .put(LabelColumn.KNOWN_AT, label.knownMillis())
                            .put(LabelColumn.ORIGIN, label.origin())
                            .put(LabelColumn.APPLIED_AT, event.timeMillis())
                            .put(LabelColumn.OFFSET_SECONDS, (long) event.offsetSeconds())
                            .put(LabelColumn.ACCOUNT_ID, id(event.accountId()))
                            .put(LabelColumn.SENDER, told.accepted().entry().sender()));
        }
    }
}
