package io.sekisho.wire.mapping;

import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.json.JsonProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads every imported event as {@code replay} will read it, so that what an import writes is never refused later, and
 * says which column is to blame for what is wrong. Owned by one thread.
 */
final class ContractCheck {

    private final EventReader reader = new EventReader();
    private final DataTree data;
    private final List<String> columns;
    private final String idColumn;

    /**
     * A check of events of that shape.
     *
     * @param columns by field; empty for a constant
     */
    ContractCheck(DataTree data, List<String> columns, String idColumn) {
        this.data = data;
        this.columns = List.copyOf(columns);
        this.idColumn = idColumn;
    }

    /** Notes in the row what is wrong with the event, but for what follows from what was wrong with the row already. */
    void check(byte[] event, List<@Nullable Object> values, Row row) {
        if (reader.read(event) instanceof Reading.Refused refused) {
            Map<String, Integer> fields = new LinkedHashMap<>();
            data.forEachPointer("/data", values, fields::put);
            refused.problems().forEach(problem -> note(problem, fields, row));
        }
    }

    private void note(JsonProblem problem, Map<String, Integer> fields, Row row) {
        Optional<Integer> field = field(problem.pointer(), fields);
        if (field.isPresent() && row.isRefused(field.get())) {
            return;
        }
        String idOrNone = problem.pointer().equals("/id") ? idColumn : "";
        row.refuse(field.map(columns::get).orElse(idOrNone), problem);
    }

    /** The field at the place itself, else one in it, else the one that it is a part of. */
    private static Optional<Integer> field(String pointer, Map<String, Integer> fields) {
        return Optional.ofNullable(fields.get(pointer))
                .or(() -> fields.entrySet().stream()
                        .filter(entry -> isIn(entry.getKey(), pointer) || isIn(pointer, entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    private static boolean isIn(String pointer, String whole) {
        return pointer.startsWith(whole + "/");
    }
}
