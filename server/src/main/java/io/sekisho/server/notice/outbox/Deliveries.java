package io.sekisho.server.notice.outbox;

import io.sekisho.engine.event.Money;
import io.sekisho.server.notice.NoticeState;
import io.sekisho.server.notice.SealedColumns;
import io.sekisho.server.notice.outbox.Claim.ToldAct;
import io.sekisho.server.platform.ShopId;
import io.sekisho.server.projection.StoredId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of deliveries, as the sender moves them on. */
final class Deliveries {

    /*
     * The notice is locked together with its delivery: an act that is being added to it keeps the sender off, and once the
     * sender has begun nothing is added any more. What another has locked is passed over, not waited for.
     */
    private static final String CLAIM = """
            with due as (
                select d.reference, d.number from notice_delivery d
                  join notice n on n.shop_id = d.shop_id and n.reference = d.reference
                 where d.shop_id = :shop and d.state = 'pending' and d.due_at <= :now
                 order by d.due_at, d.reference, d.number limit 1 for update of d, n skip locked),
            sealed as (
                update notice n set sealed_at = coalesce(n.sealed_at, :now) from due
                 where n.shop_id = :shop and n.reference = due.reference
                returning n.reference, n.kind, n.received_at, n.opened_at, n.language, n.zone)
            update notice_delivery d
               set state = 'sending', attempts = d.attempts + 1, changed_at = :now,
                   message_id = coalesce(d.message_id, d.reference || '.' || d.number || '@' || :domain)
              from due join sealed on sealed.reference = due.reference
             where d.shop_id = :shop and d.reference = due.reference and d.number = due.number
            returning d.*, sealed.kind, sealed.received_at, sealed.opened_at, sealed.language, sealed.zone""";

    private static final String GIVE_UP = """
            update notice_delivery d
               set state = case when d.attempts = 0 then 'lapsed' else 'failed' end, changed_at = :now
              from notice n
             where d.shop_id = :shop and d.state = 'pending' and n.shop_id = d.shop_id and n.reference = d.reference
               and n.opened_at <= :before
            returning d.state""";

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ShopId shop;

    Deliveries(JdbcClient database, TransactionTemplate transactions, ShopId shop) {
        this.database = database;
        this.transactions = transactions;
        this.shop = shop;
    }

    /**
     * How many wait, and since when the longest overdue one is due.
     *
     * @param oldestDue absent where none is due
     */
    record Waiting(long deliveries, @Nullable Instant oldestDue) {

        static final Waiting NONE = new Waiting(0, null);
    }

    /** The delivery that is due first, marked as begun. */
    Optional<Claim> claim(Instant now, String domain) {
        return Objects.requireNonNull(transactions.execute(status -> sql(CLAIM)
                .param("now", time(now))
                .param("domain", domain)
                .query((row, number) -> claim(row))
                .optional()));
    }

    void handOver(Claim.Key key, Instant now) {
        move(key, NoticeState.HANDED_OVER, now, null);
    }

    void fail(Claim.Key key, Instant now, String error) {
        move(key, NoticeState.FAILED, now, error);
    }

    void retry(Claim.Key key, Instant now, Instant due, String error) {
        sql("""
                update notice_delivery set state = 'pending', due_at = :due, changed_at = :now, last_error = :error
                 where shop_id = :shop and reference = :reference and number = :number and state = 'sending'""")
                .param("due", time(due))
                .param("now", time(now))
                .param("error", error)
                .param("reference", key.reference())
                .param("number", key.number())
                .update();
    }

    /**
     * What stands as begun while this sender has nothing open was begun by one that is dead, or its claim was not heard of: the
     * data folder lets in one server alone.
     */
    int release(Instant now) {
        return sql("update notice_delivery set state = 'pending', due_at = :now, changed_at = :now"
                        + " where shop_id = :shop and state = 'sending'")
                .param("now", time(now))
                .update();
    }

    /** Ends what has waited for too long; answers with the states that this led to. */
    List<NoticeState> giveUp(Instant now, Duration longest) {
        return sql(GIVE_UP)
                .param("now", time(now))
                .param("before", time(now.minus(longest)))
                .query((row, number) -> NoticeState.of(row.getString(1)))
                .list();
    }

    Waiting waiting(Instant now) {
        return sql("""
                select count(*) as deliveries, min(due_at) filter (where due_at <= :now) as oldest
                  from notice_delivery where shop_id = :shop and state in ('pending', 'sending')""")
                .param("now", time(now))
                .query((row, number) -> new Waiting(row.getLong("deliveries"), instant(row, "oldest")))
                .single();
    }

    private void move(Claim.Key key, NoticeState state, Instant now, @Nullable String error) {
        sql("""
                update notice_delivery
                   set state = :state, changed_at = :now, last_error = coalesce(:error, last_error),
                       handed_over_at = case when :state = 'handed_over' then cast(:now as timestamptz) end
                 where shop_id = :shop and reference = :reference and number = :number and state = 'sending'""")
                .param("state", state.word())
                .param("now", time(now))
                .param("error", error, Types.VARCHAR)
                .param("reference", key.reference())
                .param("number", key.number())
                .update();
    }

    private Claim claim(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        return new Claim(
                new Claim.Key(reference, row.getInt("number")),
                row.getString("message_id"),
                row.getInt("attempts"),
                SealedColumns.read(row),
                there(row, "received_at"),
                there(row, "opened_at"),
                Locale.of(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getString("kind").equals("follow_up"),
                acts(reference));
    }

    private List<ToldAct> acts(String reference) {
        return sql("select * from notice_act where shop_id = :shop and reference = :reference order by sequence")
                .param("reference", reference)
                .query((row, number) -> act(row))
                .list();
    }

    private static ToldAct act(ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        boolean hasAmount = !row.wasNull();
        return new ToldAct(
                StoredId.decode(row.getString("type")),
                there(row, "acted_at"),
                row.getString("outcome"),
                row.getString("order_id") == null ? null : StoredId.decode(row.getString("order_id")),
                hasAmount ? new Money(amount, row.getString("currency")) : null,
                texts(row, "actions"),
                texts(row, "action_targets").stream().map(StoredId::decode).toList(),
                row.getString("country"),
                row.getString("device"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private JdbcClient.StatementSpec sql(String text) {
        return database.sql(text).param("shop", shop.value());
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant there(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
