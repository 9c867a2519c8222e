package io.sekisho.server.decision;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.server.catalog.PolicyShelf;
import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.wire.record.EventEntry.Sealed;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The lists that rules ask, as people and machines change and read them. Safe for all threads. */
public final class Lists {

    /** More are refused; a list of millions belongs into a feature. */
    public static final int MOST_ITEMS = 100_000;

    public static final int MOST_LISTS = 1_000;

    private final Decisions decisions;
    private final PolicyShelf shelf;
    private final CustomerKeys customers;
    private final ShopKeys keys;

    Lists(Decisions decisions, PolicyShelf shelf, CustomerKeys customers, ShopKeys keys) {
        this.decisions = decisions;
        this.shelf = shelf;
        this.customers = customers;
        this.keys = keys;
    }

    /**
     * A value on a list.
     *
     * @param expiryMillis {@link Long#MAX_VALUE} for never
     * @param author who put it there; {@code policy} for what the policy's files say
     * @param addedMillis 0 for what the policy's files say
     */
    public record Item(String value, long expiryMillis, String author, long addedMillis, String note) {}

    /** A list and how many values it holds. */
    public record Summary(String name, int items) {}

    /**
     * A request to change a list.
     *
     * @param value empty to begin a list that holds nothing
     */
    public record Wish(
            Request request, String list, boolean isAddition, String value, long expiryMillis, String note) {}

    public List<Summary> summaries() {
        ListCatalog lists = decisions.lists();
        return lists.names().stream()
                .map(name -> new Summary(name, lists.size(name)))
                .toList();
    }

    public boolean has(String list) {
        return decisions.lists().has(list);
    }

    public int size(String list) {
        return decisions.lists().size(list);
    }

    /**
     * The list's items in the order in which they are kept.
     *
     * @param after as {@link Page#next} of the page before; empty for the first
     */
    public Page items(String list, String after, int limit) {
        List<ListCatalog.Item> found = decisions.lists().items(list, after, limit + 1);
        List<ListCatalog.Item> page = found.subList(0, Math.min(limit, found.size()));
        Optional<String> next =
                found.size() > limit ? Optional.of(page.getLast().value()) : Optional.empty();
        return new Page(page.stream().map(this::shown).toList(), next);
    }

    /** Some of a list's items, and what comes after them if more do. */
    public record Page(List<Item> items, Optional<String> next) {}

    /** What became of a wish: done, now or earlier by the same request; or the request's key was used for another. */
    public enum Change {
        DONE,
        KEY_REUSED
    }

    /** Changes the list from the next event on; returns when that is durable. */
    public Change change(Wish wish) {
        String held = wish.value().isEmpty() ? "" : shelf.eventForm(wish.value());
        boolean isPersonal = !held.equals(wish.value());
        ListChanged change = new ListChanged(
                wish.request().identity(),
                wish.request().body(),
                wish.request().atMillis(),
                wish.request().actor(),
                wish.list(),
                wish.isAddition(),
                held,
                isPersonal ? sealed(wish.value()) : Sealed.NONE,
                wish.expiryMillis(),
                wish.note());
        Receipt receipt = decisions.perform(reply -> new Command.Change(change, reply));
        boolean isReused =
                receipt instanceof Receipt.Done done && done.fates().getFirst() instanceof Receipt.Fate.Conflict;
        return isReused ? Change.KEY_REUSED : Change.DONE;
    }

    /** Whom a value on a list belongs to is not known: it goes under the key of nobody in particular. */
    private Sealed sealed(String value) {
        Fingerprint nobody = keys.newHash().ofAccount("");
        return customers.seal(nobody, value.getBytes(StandardCharsets.UTF_8));
    }

    private Item shown(ListCatalog.Item item) {
        String value = item.plain().isEmpty()
                ? item.shown()
                : customers
                        .open(item.plain())
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse(item.value());
        return new Item(value, item.expiryMillis(), item.author(), item.addedMillis(), item.note());
    }
}
