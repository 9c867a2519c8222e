package io.sekisho.server.projection;

import io.sekisho.server.projection.table.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Labels, each as it was applied. Stateless. */
public final class AppliedLabels {

    private static final String SELECT = "select *, " + Members.millis("known_at", "known") + ", "
            + Members.millis("applied_at", "applied") + " from label where shop_id = ?";

    private final JdbcClient database;
    private final String shopId;

    public AppliedLabels(JdbcClient database, String shopId) {
        this.database = database;
        this.shopId = shopId;
    }

    /** Those of the thing, or all; the one applied last first. */
    public Found find(@Nullable String about, Optional<Cursor> after, int limit) {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> parameters = new ArrayList<>(List.of(shopId));
        if (about != null) {
            sql.append(" and about = ?");
            parameters.add(StoredText.encode(String.valueOf(StoredText.id(about))));
        }
        after.ifPresent(cursor -> {
            sql.append(" and sequence < ?");
            parameters.add(cursor.first());
        });
        sql.append(" order by sequence desc limit ?");
        parameters.add(limit + 1);
        List<Found.Line> lines = database.sql(sql.toString())
                .params(parameters)
                .query((row, number) -> new Found.Line(label(row), new Cursor(row.getLong("sequence"), 0, "")))
                .list();
        return Found.page(lines, limit);
    }

    private static Map<String, Object> label(ResultSet row) throws SQLException {
        int offset = row.getInt("offset_seconds");
        return new Members(row)
                .text("event_id", "event_id")
                .text("about_kind", "about_kind")
                .text("about", "about")
                .text("label", "label")
                .time("known_at", "known", offset)
                .text("origin", "origin")
                .text("account_id", "account_id")
                .time("applied_at", "applied", offset)
                .all();
    }
}
