package io.sekisho.server.projection.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import io.sekisho.server.projection.Orders;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders, the hidden ones too. */
@RestController
class OrderController {

    private final Orders orders;
    private final Fresh fresh;
    private final AuditTrail audit;

    OrderController(Orders orders, Fresh fresh, AuditTrail audit) {
        this.orders = orders;
        this.fresh = fresh;
        this.audit = audit;
    }

    @GetMapping("/v1/orders")
    ResponseEntity<byte[]> find(
            Caller caller,
            @RequestParam(name = "account_id", required = false) @Nullable String accountId,
            @RequestParam(required = false) @Nullable String hidden,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PageWish.USUAL) String limit) {
        PageWish wish = new PageWish();
        Orders.Query query = new Orders.Query(
                wish.id("account_id", accountId), wish.flag("hidden", hidden), wish.after(after), wish.limit(limit));
        wish.check();
        String subject = accountId == null ? "orders:all" : "account:" + accountId;
        return fresh.page(() -> {
            audit.append(caller.actor(), AuditAction.CUSTOMER_VIEWED, subject, Map.of("view", "orders"));
            return orders.find(query);
        });
    }

    @GetMapping("/v1/orders/{id}")
    ResponseEntity<byte[]> of(Caller caller, @PathVariable String id) {
        return fresh.answer(() -> {
            Map<String, Object> order = orders.of(id).orElseThrow(OrderController::unknown);
            Object account = order.get("account_id");
            audit.append(
                    caller.actor(),
                    AuditAction.CUSTOMER_VIEWED,
                    account == null ? "order:" + id : "account:" + account,
                    Map.of("view", "order", "order", id));
            return order;
        });
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpProblem.of(
                404,
                "order_not_found",
                "No such order",
                "No event of this order was accepted; the id is the order_id of events."));
    }
}
