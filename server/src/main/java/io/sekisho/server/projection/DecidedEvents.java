package io.sekisho.server.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decided events in the order of the journal. Stateless. */
public final class DecidedEvents {

    private static final String SELECT = "select " + Happening.COLUMNS + """
            from decision d
            left join event e on e.shop_id = d.shop_id and e.happened_at = d.happened_at and e.sequence = d.sequence
            left join shop_order o on o.shop_id = d.shop_id and o.order_id = d.order_id
            where d.shop_id = :shop
            """;

    private static final String CHOSEN = " and d.sequence <= :until and d.outcome = any(:outcomes)"
            + " and (:any or split_part(d.type, '.', 1) = any(:families))";

    private static final String NEWEST_FIRST = " order by d.decided_at desc, d.sequence desc limit :limit";

    private final JdbcClient database;
    private final String shopId;

    public DecidedEvents(JdbcClient database, String shopId) {
        this.database = database;
        this.shopId = shopId;
    }

    /**
     * Which of them.
     *
     * @param outcomes of these
     * @param families of types whose name begins with one of these; all where there is none
     * @param until up to that sequence
     */
    public record Choice(Set<String> outcomes, Set<String> families, long until) {

        public Choice {
            outcomes = Set.copyOf(outcomes);
            families = Set.copyOf(families);
        }
    }

    /**
     * A page, the newest first.
     *
     * @param next where the next one begins; nothing at the end
     */
    public record Page(List<Happening> happenings, Optional<Cursor> next) {

        public Page {
            happenings = List.copyOf(happenings);
        }
    }

    public Page newest(Choice choice, Optional<Cursor> after, int limit) {
        String from = after.isPresent()
                ? " and (d.decided_at, d.sequence) < (" + Members.atMillis(":decided") + ", :sequence)"
                : "";
        List<Happening> found = database.sql(SELECT + CHOSEN + from + NEWEST_FIRST)
                .param("shop", shopId)
                .param("until", choice.until())
                .param("outcomes", choice.outcomes().toArray(String[]::new))
                .param("any", choice.families().isEmpty())
                .param("families", choice.families().toArray(String[]::new))
                .param("decided", after.map(Cursor::first).orElse(0L))
                .param("sequence", after.map(Cursor::second).orElse(0L))
                .param("limit", limit + 1)
                .query((row, number) -> Happening.read(row))
                .list();
        List<Happening> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(page, found.size() > limit ? Optional.of(cursor(page.getLast())) : Optional.empty());
    }

    /** Those after that sequence and up to another, the oldest first, so many at most. */
    public List<Happening> between(long after, long until, int limit) {
        return database.sql(
                        SELECT + " and d.sequence > :after and d.sequence <= :until order by d.sequence limit :limit")
                .param("shop", shopId)
                .param("after", after)
                .param("until", until)
                .param("limit", limit)
                .query((row, number) -> Happening.read(row))
                .list();
    }

    private static Cursor cursor(Happening last) {
        Happening.Judged judged = last.judged();
        return new Cursor(judged == null ? 0 : judged.decidedMillis(), last.sequence(), "");
    }
}
