package io.sekisho.server.projection.fold;

import static io.sekisho.server.projection.table.StoredText.id;

import io.sekisho.server.projection.table.Column;
import io.sekisho.server.projection.table.Row;
import io.sekisho.server.projection.table.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table that a batch touches: first it is collected which, then they are loaded, then changed. Owned by one
 * thread.
 */
public final class Entities<C extends Column> {

    private final Table<C> table;
    private final Set<String> wanted = new LinkedHashSet<>();
    /** In the order of their ids, so that whoever writes them locks in one order. */
    private final Map<String, Row<C>> rows = new TreeMap<>();

    Entities(Table<C> table) {
        this.table = table;
    }

    public Table<C> table() {
        return table;
    }

    /** The stored ids of the rows that are to be loaded where they exist. */
    public Set<String> wanted() {
        return Collections.unmodifiableSet(wanted);
    }

    /** A row that exists. */
    public void loaded(Row<C> row) {
        rows.put((String) row.key().getFirst(), row);
    }

    /** All rows of the batch, the changed and the new. */
    public Collection<Row<C>> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    void want(@Nullable String id) {
        String stored = id(id);
        if (stored != null) {
            wanted.add(stored);
        }
    }

    /** The row of that id; a new one holds the id alone. */
    Row<C> row(String id) {
        String stored = String.valueOf(id(id));
        return rows.computeIfAbsent(
                stored, key -> table.newRow().put(table.columns().getFirst(), key));
    }
}
