package io.sekisho.simulator.incident;

import static io.sekisho.simulator.incident.Scenery.tree;

import io.sekisho.simulator.incident.Step.Basket;
import io.sekisho.simulator.incident.Step.Purchase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a story's orders become the fields of events. */
final class Till {
    private final Staging staging;
    private final Scenery scenery;

    Till(Staging staging, Scenery scenery) {
        this.staging = staging;
        this.scenery = scenery;
    }

    /** A purchase at one of its times, by its name and with the sum that is really paid. */
    record Sale(Purchase purchase, String order, long yen) {
        Basket basket() {
            return purchase.basket();
        }
    }

    Sale sale(Purchase purchase, int number) {
        return new Sale(
                purchase,
                purchase.when().named(purchase.order(), number),
                staging.yen(purchase.basket().yen(number)));
    }

    Map<String, Object> order(Sale sale) {
        return tree(
                "order_id",
                orderId(sale),
                "amount",
                scenery.money(sale.yen()),
                "items",
                List.of(item(sale)),
                "payment",
                payment(sale),
                "shipping",
                sale.basket().isShipped() ? scenery.home() : null);
    }

    private Map<String, Object> item(Sale sale) {
        Basket basket = sale.basket();
        return tree(
                "sku",
                basket.category() + "-" + sale.yen(),
                "category",
                basket.category(),
                "quantity",
                1,
                "amount",
                scenery.money(sale.yen()),
                "recipient",
                recipient(basket));
    }

    private @Nullable Map<String, Object> recipient(Basket basket) {
        return basket.recipient() == null ? null : scenery.recipient(basket.recipient());
    }

    private Map<String, Object> payment(Sale sale) {
        return tree(
                "payment_id",
                staging.id(Thing.PAYMENT, sale.order()),
                "method",
                sale.purchase().card() == null ? "gift_balance" : "card",
                "card",
                card(sale));
    }

    private @Nullable Map<String, Object> card(Sale sale) {
        String card = sale.purchase().card();
        return card == null ? null : scenery.card(card);
    }

    /** The own fields of an event that follows an order. */
    Map<String, Object> following(Sale sale, Follow follow) {
        if (follow.isPayment()) {
            return tree(
                    "payment_id",
                    staging.id(Thing.PAYMENT, sale.order()),
                    "amount",
                    scenery.money(sale.yen()),
                    "order_id",
                    orderId(sale),
                    "card",
                    card(sale),
                    "decline_category",
                    follow == Follow.DECLINED ? "insufficient_funds" : null);
        }
        return tree(
                "code_id",
                follow == Follow.LOADED ? null : staging.id(Thing.CODE, sale.order()),
                "order_id",
                orderId(sale),
                "amount",
                scenery.money(sale.yen()),
                "recipient",
                follow == Follow.LOADED ? null : recipient(sale.basket()));
    }

    Map<String, Object> hiding(Sale sale) {
        return tree("order_ids", new ArrayList<>(List.of(orderId(sale))), "visibility", "hidden");
    }

    private String orderId(Sale sale) {
        return staging.id(Thing.ORDER, sale.order());
    }
}
