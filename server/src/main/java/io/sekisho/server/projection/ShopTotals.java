package io.sekisho.server.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was stopped, what was lost, and whom it cost: over all orders decided since a time. Stateless. */
public final class ShopTotals {

    /*
     * An order is kept in by deny, by hold, by a challenge that no verification answered, or by a later decision that asked
     * to hold it by name; not any more once the shop released or fulfilled it. It is fraudulent where the last label of the
     * order, or of the event that created it, says takeover or card_fraud. An order whose id is over 256 characters is not
     * found among the targets of actions, which are stored whole.
     */
    private static final String JUDGED = """
            with placed as (
                select d.sequence, d.event_id, d.decision_id, d.account_id, d.outcome, o.order_id, o.amount, o.currency, o.status
                from decision d
                join shop_order o
                  on o.shop_id = d.shop_id and o.order_id = d.order_id and o.decision_id = d.decision_id
                where d.shop_id = :shop and d.type = 'order.created' and d.decided_at >= :since
            ),
            judged as (
                select p.*,
                    p.status not in ('released', 'fulfilled') and (
                        p.outcome in ('deny', 'hold')
                        or p.outcome = 'challenge' and not exists (
                            select from event v
                            where v.shop_id = :shop and v.account_id = p.account_id and v.type = 'verification.succeeded'
                              and v.sequence > p.sequence
                              and (position('"about":' || to_json(p.event_id)::text in v.body) > 0
                                or position('"about":' || to_json(p.decision_id)::text in v.body) > 0
                                or position('"about":' || to_json(p.order_id)::text in v.body) > 0))
                        or exists (
                            select from decision c, unnest(c.actions, c.action_targets) as asked (verb, target)
                            where c.shop_id = :shop and c.account_id = p.account_id and c.sequence >= p.sequence
                              and asked.verb = 'hold_order' and asked.target = p.order_id)
                    ) as is_kept_in,
                    coalesce((
                        select l.label in ('takeover', 'card_fraud') from label l
                        where l.shop_id = :shop
                          and (l.about = p.order_id and coalesce(l.about_kind, 'order') = 'order'
                            or l.about = p.event_id and coalesce(l.about_kind, 'event') = 'event')
                        order by l.sequence desc limit 1), false) as is_fraud
                from placed p
            )
            select coalesce(currency, '') as currency,
                coalesce(sum(amount) filter (where is_kept_in), 0)::bigint as stopped,
                coalesce(sum(amount) filter (where is_fraud and not is_kept_in), 0)::bigint as lost,
                count(*) filter (where outcome <> 'allow' and not is_fraud) as touched,
                count(*) as orders
            from judged
            group by 1
            """;

    private static final String SHOP_TIME = "select (extract(epoch from max(happened_at)) * 1000)::bigint as happened,"
            + " (array_agg(offset_seconds order by happened_at desc))[1] as offset_seconds"
            + " from (select happened_at, offset_seconds from event where shop_id = :shop"
            // What turned out true is said long after it happened.
            + " and type <> 'label.applied' order by happened_at desc limit 1) newest";

    private final JdbcClient database;
    private final String shopId;

    public ShopTotals(JdbcClient database, String shopId) {
        this.database = database;
        this.shopId = shopId;
    }

    /**
     * The totals.
     *
     * @param stopped minor units by currency that were kept in
     * @param lost minor units by currency of fraudulent orders that were not
     * @param touched orders that were asked about, held or denied, and that nobody called fraud
     * @param orders all of them
     */
    public record Totals(Map<String, Long> stopped, Map<String, Long> lost, long touched, long orders) {

        public Totals {
            stopped = Map.copyOf(stopped);
            lost = Map.copyOf(lost);
        }
    }

    /** The time of the newest event, by the shop's own clock. */
    public record ShopTime(long millis, int offsetSeconds) {}

    /** Of the orders decided since that time. */
    public Totals since(long millis) {
        return database.sql(JUDGED.replace(":since", Members.atMillis(":since")))
                .param("shop", shopId)
                .param("since", millis)
                .query(rows -> {
                    Sum sum = new Sum();
                    while (rows.next()) {
                        sum.add(rows);
                    }
                    return new Totals(sum.stopped, sum.lost, sum.touched, sum.orders);
                });
    }

    /** Nothing before the first event. */
    public Optional<ShopTime> time() {
        return database.sql(SHOP_TIME)
                .param("shop", shopId)
                .query((row, number) -> row.getObject("happened") == null
                        ? Optional.<ShopTime>empty()
                        : Optional.of(new ShopTime(row.getLong("happened"), row.getInt("offset_seconds"))))
                .single();
    }

    /** Over the currencies. */
    private static final class Sum {

        private final Map<String, Long> stopped = new TreeMap<>();
        private final Map<String, Long> lost = new TreeMap<>();
        private long touched;
        private long orders;

        void add(ResultSet row) throws SQLException {
            put(stopped, row, "stopped");
            put(lost, row, "lost");
            touched += row.getLong("touched");
            orders += row.getLong("orders");
        }

        private static void put(Map<String, Long> sums, ResultSet row, String column) throws SQLException {
            if (row.getLong(column) != 0) {
                sums.put(row.getString("currency"), row.getLong(column));
            }
        }
    }
}
