package io.sekisho.server.pages.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.pages.words.Phrases;
import io.sekisho.server.pages.words.Vocabulary;
import io.sekisho.server.projection.Orders;
import io.sekisho.server.projection.Projector;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One order with its lines, payments and codes. */
@Controller
class OrderPage {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Orders orders;
    private final Projector projector;
    private final Vocabulary vocabulary;
    private final Edge edge;

    OrderPage(Orders orders, Projector projector, Vocabulary vocabulary, Edge edge) {
        this.orders = orders;
        this.projector = projector;
        this.vocabulary = vocabulary;
        this.edge = edge;
    }

    /** The page's address. */
    record Asked(@Nullable String id) {}

    /** A payment or a code. */
    record Part(String id, String about, String amount, String status) {}

    /** An id that cannot stand in a path comes as a parameter. The look is written down as the API does. */
    @GetMapping({"/orders", "/orders/{id}"})
    String page(Caller caller, Asked asked, Locale locale, Model model) {
        projector.awaitCommitted(LONGEST_WAIT);
        String id = String.valueOf(asked.id());
        Map<String, Object> order = orders.of(id).orElseThrow(() -> PageProblems.notFound("order_not_found"));
        String account = Tree.text(order, "account_id");
        edge.audit()
                .append(
                        caller.actor(),
                        AuditAction.CUSTOMER_VIEWED,
                        account.isEmpty() ? "order:" + id : "account:" + account,
                        Map.of("view", "order_page", "order", id));
        fill(model, order, vocabulary.in(locale));
        return "pages/order";
    }

    private static void fill(Model model, Map<String, Object> order, Phrases phrases) {
        String account = Tree.text(order, "account_id");
        model.addAttribute("order", OrderRow.of(order, phrases));
        model.addAttribute("account", account);
        model.addAttribute("accountHref", Paths.account(account));
        model.addAttribute(
                "items",
                Tree.list(order, "items").stream()
                        .map(item -> OrderLine.of(item, phrases))
                        .toList());
        model.addAttribute("payments", payments(order, phrases));
        model.addAttribute("codes", codes(order, phrases));
    }

    private static List<Part> payments(Map<String, Object> order, Phrases phrases) {
        return Tree.list(order, "payments").stream()
                .map(payment -> {
                    String method = Tree.text(payment, "method");
                    String last4 = Tree.text(payment, "card", "last4");
                    String card = last4.isEmpty() ? "" : " " + Tree.text(payment, "card", "brand") + " … " + last4;
                    String status = Tree.text(payment, "status");
                    return new Part(
                            Tree.text(payment, "payment_id"),
                            phrases.sayOr("payment." + method, method) + card,
                            OrderLine.money(payment, phrases),
                            phrases.sayOr("payment." + status, status));
                })
                .toList();
    }

    private static List<Part> codes(Map<String, Object> order, Phrases phrases) {
        return Tree.list(order, "codes").stream()
                .map(code -> {
                    String status = Tree.text(code, "status");
                    return new Part(
                            Tree.text(code, "code_id"),
                            "",
                            OrderLine.money(code, phrases),
                            phrases.sayOr("code." + status, status));
                })
                .toList();
    }
}
