package io.sekisho.server.projection;

import io.sekisho.engine.event.Money;
import io.sekisho.server.projection.fold.RecordReading;
import io.sekisho.server.projection.table.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account's past: what happened, on which devices, from which networks. Stateless. */
public final class AccountStory {

    private static final String HEAD =
            "select events, is_locked, " + Members.millis("first_seen_at", "first_seen") + ", "
                    + Members.millis("last_seen_at", "last_seen")
                    + " from account where shop_id = :shop and account_id = :account";

    private static final String SELECT = "select " + Happening.COLUMNS + """
            from event e
            left join decision d on d.shop_id = e.shop_id and d.decided_at = e.decided_at and d.sequence = e.sequence
            left join shop_order o on o.shop_id = e.shop_id and o.order_id = e.order_id
            where e.shop_id = :shop and e.account_id = :account
            """;

    private static final String DEVICES = "select device_id, count(*) as events, "
            + Members.millis("min(happened_at)", "first_seen") + ", " + Members.millis("max(happened_at)", "last_seen")
            + """
            , count(*) filter (where type = 'order.created') as orders,
            coalesce(sum(amount) filter (where type = 'order.created'), 0)::bigint as amount,
            case when count(distinct currency) filter (where type = 'order.created') = 1
                then max(currency) filter (where type = 'order.created') end as currency,
            count(*) filter (where type = 'order.visibility_changed'
                and position('"visibility":"hidden"' in body) > 0) as hidden,
            count(*) filter (where outcome <> 'allow') as stopped,
            (array_agg(facts order by happened_at desc, sequence desc))[1] as facts,
            (array_agg(offset_seconds order by happened_at desc, sequence desc))[1] as offset_seconds
            from event where shop_id = :shop and account_id = :account and device_id is not null
            group by device_id order by min(happened_at) desc, device_id limit :limit
            """;

    private static final String NETWORKS = "select count(*) as events, "
            + Members.millis("min(happened_at)", "first_seen") + ", " + Members.millis("max(happened_at)", "last_seen")
            + """
            , (array_agg(facts order by happened_at desc, sequence desc))[1] as facts,
            (array_agg(offset_seconds order by happened_at desc, sequence desc))[1] as offset_seconds
            from event where shop_id = :shop and account_id = :account and ip is not null
            group by ip order by min(happened_at) desc, ip limit :limit
            """;

    private final JdbcClient database;
    private final String shopId;

    public AccountStory(JdbcClient database, String shopId) {
        this.database = database;
        this.shopId = shopId;
    }

    /** The account itself, over all its events. */
    public record Head(long events, boolean isLocked, long firstMillis, long lastMillis) {}

    /** When something was seen on the account, with the facts of its latest event there. */
    public record Sighting(
            long events, long firstMillis, long lastMillis, int offsetSeconds, Map<String, Object> facts) {

        public Sighting {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * A device, and what was done with it on this account.
     *
     * @param ordered sum of its orders; null where there is none, or of several currencies
     * @param hidings how often it hid orders
     * @param stopped how many of its events were not simply allowed
     */
    public record Device(
            String deviceId,
            Sighting sighting,
            long orders,
            @Nullable Money ordered,
            long hidings,
            long stopped) {}

    /** Nothing for an account of which no event is known. */
    public Optional<Head> head(String accountId) {
        return database.sql(HEAD)
                .param("shop", shopId)
                .param("account", stored(accountId))
                .query((row, number) -> new Head(
                        row.getLong("events"),
                        row.getBoolean("is_locked"),
                        row.getLong("first_seen"),
                        row.getLong("last_seen")))
                .optional();
    }

    /** A page of what happened, beginning at an end of the account's time or after the cursor. */
    public DecidedEvents.Page page(String accountId, boolean isOldestFirst, Optional<Cursor> after, int limit) {
        String direction = isOldestFirst ? "asc" : "desc";
        String from = after.isPresent()
                ? " and (e.happened_at, e.sequence) " + (isOldestFirst ? ">" : "<") + " (" + Members.atMillis(":time")
                        + ", :sequence)"
                : "";
        List<Happening> found = database.sql(SELECT + from + " order by e.happened_at " + direction + ", e.sequence "
                        + direction + " limit :limit")
                .param("shop", shopId)
                .param("account", stored(accountId))
                .param("time", after.map(Cursor::first).orElse(0L))
                .param("sequence", after.map(Cursor::second).orElse(0L))
                .param("limit", limit + 1)
                .query((row, number) -> Happening.read(row))
                .list();
        List<Happening> page = found.subList(0, Math.min(limit, found.size()));
        Optional<Cursor> next = found.size() > limit
                ? Optional.of(new Cursor(
                        page.getLast().happenedMillis(), page.getLast().sequence(), ""))
                : Optional.empty();
        return new DecidedEvents.Page(page, next);
    }

    /** Those that the account had last first, so many at most. */
    public List<Device> devices(String accountId, int limit) {
        return database.sql(DEVICES)
                .param("shop", shopId)
                .param("account", stored(accountId))
                .param("limit", limit)
                .query((row, number) -> device(row))
                .list();
    }

    /** By address, told only by its facts; those that the account had last first, so many at most. */
    public List<Sighting> networks(String accountId, int limit) {
        return database.sql(NETWORKS)
                .param("shop", shopId)
                .param("account", stored(accountId))
                .param("limit", limit)
                .query((row, number) -> sighting(row))
                .list();
    }

    /** Accounts whose e-mail address that is, by its keyed hash; so many at most. */
    public List<String> ofEmail(String emailHash, int limit) {
        return database.sql("select account_id from account where shop_id = ? and email_hash = ?"
                        + " order by last_seen_at desc, account_id limit ?")
                .params(shopId, emailHash, limit)
                .query((row, number) -> String.valueOf(Members.stored(row.getString("account_id"))))
                .list();
    }

    private static Device device(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Device(
                String.valueOf(Members.stored(row.getString("device_id"))),
                sighting(row),
                row.getLong("orders"),
                currency == null ? null : new Money(row.getLong("amount"), currency),
                row.getLong("hidden"),
                row.getLong("stopped"));
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        return new Sighting(
                row.getLong("events"),
                row.getLong("first_seen"),
                row.getLong("last_seen"),
                row.getInt("offset_seconds"),
                RecordReading.tree(String.valueOf(row.getString("facts"))));
    }

    private static String stored(String id) {
        return StoredText.encode(String.valueOf(StoredText.id(id)));
    }
}
