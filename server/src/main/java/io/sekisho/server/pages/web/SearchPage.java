package io.sekisho.server.pages.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.decision.DecisionRecords;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.server.projection.AccountStory;
import io.sekisho.server.projection.Orders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads to an account, an order or a decision by its id, or to an account by its e-mail address. */
@Controller
class SearchPage {

    private static final int MOST = 20;

    private final AccountStory story;
    private final Orders orders;
    private final DecisionRecords decisions;
    private final ShopKeys keys;
    private final Edge edge;

    SearchPage(AccountStory story, Orders orders, DecisionRecords decisions, ShopKeys keys, Edge edge) {
        this.story = story;
        this.orders = orders;
        this.decisions = decisions;
        this.keys = keys;
        this.edge = edge;
    }

    /** An account that was found. */
    record Hit(String id, String href) {}

    /** Sent as a form, so that no e-mail address stands in an address, a history or a log. */
    @PostMapping("/search")
    String search(Caller caller, @RequestParam(defaultValue = "") String sought, Model model) {
        String text = sought.strip();
        if (story.head(text).isPresent()) {
            return "redirect:" + Paths.account(text);
        }
        if (text.contains("@")) {
            return byEmail(caller, text, model);
        }
        if (orders.of(text).isPresent()) {
            return "redirect:" + Paths.order(text);
        }
        String decision = text.toUpperCase(Locale.ROOT);
        if (decisions.policyOf(decision).isPresent()) {
            return "redirect:" + Paths.decision(decision);
        }
        throw PageProblems.notFound("not_found_by_search");
    }

    private String byEmail(Caller caller, String email, Model model) {
        List<String> found = story.ofEmail(keys.newHash().ofEmail(email), MOST);
        edge.audit()
                .append(
                        caller.actor(),
                        AuditAction.CUSTOMER_VIEWED,
                        "accounts:-",
                        Map.of("view", "search", "by", "email", "found", Integer.toString(found.size())));
        if (found.size() == 1) {
            return "redirect:" + Paths.account(found.getFirst());
        }
        if (found.isEmpty()) {
            throw PageProblems.notFound("not_found_by_search");
        }
        model.addAttribute(
                "hits", found.stream().map(id -> new Hit(id, Paths.account(id))).toList());
        return "pages/search";
    }
}
