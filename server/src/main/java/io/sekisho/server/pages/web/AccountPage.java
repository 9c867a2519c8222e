package io.sekisho.server.pages.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.notice.Notice;
import io.sekisho.server.notice.Notices;
import io.sekisho.server.pages.words.Phrases;
import io.sekisho.server.pages.words.Vocabulary;
import io.sekisho.server.projection.AccountStory;
import io.sekisho.server.projection.Cursor;
import io.sekisho.server.projection.DecidedEvents;
import io.sekisho.server.projection.Orders;
import io.sekisho.server.projection.Projector;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** An account: what happened on it, with what devices, from where, and what it ordered. */
@Controller
class AccountPage {

    private static final int ENTRIES = 60;
    private static final int PLACES = 50;
    private static final int ORDERS = 50;
    private static final String OLDEST = "oldest";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final AccountStory story;
    private final Orders orders;
    private final Notices notices;
    private final Projector projector;
    private final Vocabulary vocabulary;
    private final Edge edge;

    AccountPage(Sources sources, Projector projector, Vocabulary vocabulary, Edge edge) {
        this.story = sources.story();
        this.notices = sources.notices();
        this.orders = sources.orders();
        this.projector = projector;
        this.vocabulary = vocabulary;
        this.edge = edge;
    }

    /** What is known of accounts. */
    @Component
    record Sources(AccountStory story, Orders orders, Notices notices) {}

    /**
     * The page's address.
     *
     * @param order oldest for the oldest first
     * @param after where a further page begins
     */
    record Asked(
            @Nullable String id,
            @Nullable String order,
            @Nullable String after) {

        String account() {
            return id == null ? "" : id;
        }

        boolean isOldestFirst() {
            return OLDEST.equals(order);
        }

        Optional<Cursor> cursor() {
            return after == null ? Optional.empty() : Cursor.decode(after);
        }
    }

    /** An id that cannot stand in a path comes as a parameter. The look is written down before anything is shown. */
    @GetMapping({"/accounts", "/accounts/{id}"})
    String page(Caller caller, Asked asked, Locale locale, Model model) {
        projector.awaitCommitted(LONGEST_WAIT);
        String id = asked.account();
        AccountStory.Head head = story.head(id).orElseThrow(() -> PageProblems.notFound("account_not_found"));
        edge.audit().append(caller.actor(), AuditAction.CUSTOMER_VIEWED, "account:" + id, Map.of("view", "page"));
        Phrases phrases = vocabulary.in(locale);
        List<AccountStory.Device> devices = story.devices(id, PLACES);
        Newcomers newcomers = new Newcomers(head, devices);
        Places places = new Places(newcomers, phrases);
        DecidedEvents.Page page = story.page(id, asked.isOldestFirst(), asked.cursor(), ENTRIES);
        model.addAttribute("account", new AccountView(id, head, places.offset(devices), phrases));
        model.addAttribute("devices", devices.stream().map(places::device).toList());
        model.addAttribute("networks", places.networks(story.networks(id, PLACES)));
        List<Notice> told = notices.ofAccount(id);
        model.addAttribute(
                "days", new Timeline(newcomers, phrases).days(page.happenings(), told, asked.isOldestFirst()));
        model.addAttribute("orders", orders(id, phrases));
        model.addAttribute("told", rows(told, places.offset(devices), phrases));
        addAddresses(model, asked, page.next());
        return "pages/account";
    }

    private List<OrderRow> orders(String id, Phrases phrases) {
        return orders.find(new Orders.Query(id, null, Optional.empty(), ORDERS)).items().stream()
                .map(order -> OrderRow.of(order, phrases))
                .toList();
    }

    private static List<ToldRow> rows(List<Notice> told, int offsetSeconds, Phrases phrases) {
        return told.stream()
                .map(notice -> ToldRow.of(notice, offsetSeconds, phrases))
                .toList();
    }

    private static void addAddresses(Model model, Asked asked, Optional<Cursor> next) {
        String here = Paths.account(asked.account());
        String more = here + (here.contains("?") ? "&" : "?") + "order=";
        String order = asked.isOldestFirst() ? OLDEST : "newest";
        model.addAttribute("isOldestFirst", asked.isOldestFirst());
        model.addAttribute("newestHref", more + "newest");
        model.addAttribute("oldestHref", more + OLDEST);
        model.addAttribute(
                "nextHref",
                next.map(cursor -> more + order + "&after=" + cursor.encode()).orElse(""));
    }
}
