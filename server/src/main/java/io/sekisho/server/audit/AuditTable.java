package io.sekisho.server.audit;

import io.sekisho.server.platform.ShopId;
import io.sekisho.wire.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table that the audit log is copied into. */
public final class AuditTable {

    private final JdbcTemplate template;
    private final JdbcClient client;
    private final ShopId shop;

    public AuditTable(JdbcTemplate template, ShopId shop) {
        this.template = template;
        this.client = JdbcClient.create(template);
        this.shop = shop;
    }

    /**
     * A row.
     *
     * @param hash in hex
     */
    public record Row(AuditEntry entry, String hash) {}

    /**
     * What is looked for; null for everything.
     *
     * @param after numbers up to this are left out
     */
    public record Query(
            long after,
            int limit,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject) {}

    /** Number of the last row; 0 where there is none. */
    public long lastNumber() {
        return client.sql("select coalesce(max(number), 0) from audit_entry where shop_id = :shop")
                .param("shop", shop.value())
                .query(Long.class)
                .single();
    }

    /** In the order of their numbers. */
    public List<Row> find(Query query) {
        return client.sql("""
                        select number, at, actor, action, subject, details::text as details, hash from audit_entry
                        where shop_id = :shop and number > :after
                          and (cast(:actor as text) is null or actor = :actor)
                          and (cast(:action as text) is null or action = :action)
                          and (cast(:subject as text) is null or subject = :subject)
                        order by number limit :limit""")
                .param("shop", shop.value())
                .param("after", query.after())
                .param("actor", query.actor())
                .param("action", query.action())
                .param("subject", query.subject())
                .param("limit", query.limit())
                .query(AuditTable::row)
                .list();
    }

    void add(List<Link> links) {
        template.batchUpdate(
                "insert into audit_entry (shop_id, number, at, actor, action, subject, details, hash)"
                        + " values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)",
                links.stream().map(this::values).toList());
    }

    private Object[] values(Link link) {
        AuditEntry entry = link.entry();
        return new Object[] {
            shop.value(),
            entry.number(),
            OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
            entry.actor(),
            entry.action(),
            entry.subject(),
            new CanonicalJson().write(new TreeMap<>(entry.details())),
            link.hash()
        };
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        AuditEntry entry = new AuditEntry(
                row.getLong("number"),
                at,
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                AuditEntry.texts(row.getString("details").getBytes(StandardCharsets.UTF_8)));
        return new Row(entry, HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
