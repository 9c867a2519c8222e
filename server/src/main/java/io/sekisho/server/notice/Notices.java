package io.sekisho.server.notice;

import io.sekisho.server.platform.ShopId;
import io.sekisho.server.projection.StoredId;
import io.sekisho.server.projection.Unsealer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers were told, for those who look. May be shared by threads. */
public final class Notices {

    /** The newest; an account that has more is one of a test, or of an attack that is long known. */
    private static final int MOST = 200;

    /** Of how many the delay is told. */
    private static final int RECENT = 500;

    private static final int REFERENCE_LENGTH = 12;

    private static final String SELECT = """
            select n.*,
                   (select count(*) from notice_act a
                     where a.shop_id = n.shop_id and a.reference = n.reference) as acts,
                   (select count(distinct a.order_id) from notice_act a
                     where a.shop_id = n.shop_id and a.reference = n.reference) as orders
              from notice n where n.shop_id = :shop""";

    private final JdbcClient database;
    private final ShopId shop;
    private final Unsealer unsealer;

    public Notices(JdbcClient database, ShopId shop, Unsealer unsealer) {
        this.database = database;
        this.shop = shop;
        this.unsealer = unsealer;
    }

    /** The newest first. */
    public List<Notice> ofAccount(String accountId) {
        return sql(SELECT + " and n.account_id = :account order by n.received_at desc, n.reference limit " + MOST)
                .param("account", StoredId.encode(accountId))
                .query((row, number) -> notice(row))
                .list();
    }

    /** The notice that somebody names; spaces, hyphens and small letters make no difference. */
    public Optional<Notice> byReference(String named) {
        String letters = named.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        if (letters.length() != REFERENCE_LENGTH) {
            return Optional.empty();
        }
        String reference = letters.replaceAll("(.{4})(?=.)", "$1-");
        return sql(SELECT + " and n.reference = :reference")
                .param("reference", reference)
                .query((row, number) -> notice(row))
                .optional();
    }

    /** From the receipt of the act to the first hand-over, the median of the latest first notices; nothing where none was. */
    public Optional<Duration> medianDelay() {
        return sql("""
                select percentile_cont(0.5) within group (order by delay) from (
                    select extract(epoch from min(d.handed_over_at) - min(n.received_at)) as delay
                      from notice_delivery d join notice n on n.shop_id = d.shop_id and n.reference = d.reference
                     where d.shop_id = :shop and d.handed_over_at is not null and n.kind = 'first'
                     group by d.reference order by min(d.handed_over_at) desc limit :recent) latest""")
                .param("recent", RECENT)
                .query((row, number) -> delay(row))
                .single();
    }

    private static Optional<Duration> delay(ResultSet row) throws SQLException {
        double seconds = row.getDouble(1);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(seconds * 1_000)));
    }

    private Notice notice(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        return new Notice(
                reference,
                row.getString("decision_id"),
                StoredId.decode(row.getString("account_id")),
                row.getString("kind").equals("follow_up"),
                instant(row, "acted_at"),
                instant(row, "received_at"),
                instant(row, "opened_at"),
                row.getString("language"),
                row.getInt("acts"),
                row.getInt("orders"),
                deliveries(reference));
    }

    private List<Notice.Delivery> deliveries(String reference) {
        return sql("select * from notice_delivery where shop_id = :shop and reference = :reference order by number")
                .param("reference", reference)
                .query((row, number) -> new Notice.Delivery(
                        masked(row),
                        NoticeState.of(row.getString("state")),
                        row.getInt("attempts"),
                        row.getString("handed_over_at") == null ? null : instant(row, "handed_over_at"),
                        row.getString("last_error")))
                .list();
    }

    private String masked(ResultSet row) throws SQLException {
        return unsealer.open(SealedColumns.read(row))
                .map(address -> MaskedAddress.of(new String(address, StandardCharsets.UTF_8)))
                .orElse("");
    }

    private JdbcClient.StatementSpec sql(String text) {
        return database.sql(text).param("shop", shop.value());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
