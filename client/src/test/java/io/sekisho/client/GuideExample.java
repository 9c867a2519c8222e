package io.sekisho.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The code of docs/guide/client.md: a shop as it might be. */
final class GuideExample {

    private final Shop shop;

    GuideExample(Shop shop) {
        this.shop = shop;
    }

    /** What a shop does with answers. */
    interface Shop {
        void authorise(String orderId);

        void askFor(List<String> methods, String orderId);

        void hold(String orderId, boolean isDegraded);

        void refuse(String orderId);

        void carryOut(Decision.Action action);

        void log(String message);
    }

    SekishoClient open(URI gate, String key) {
        // region open
        SekishoClient client = SekishoClient.at(gate)
                .apiKey(key)
                .deadline(Duration.ofMillis(500))
                .failPolicy(FailPolicy.standard().with("account.email_changed", Outcome.CHALLENGE))
                .open();
        // endregion
        return client;
    }

    void checkOut(SekishoClient client, OffsetDateTime now) {
        // region decide
        Money amount = Money.yen(5000);
        Item gift = Item.of("gift-5000", "gift_code", 1, amount).withRecipient(Recipient.ofEmail("x@example.net"));
        Order order = Order.of("o1", amount, List.of(gift))
                .paidWith(Payment.of("p1", PaymentMethod.CARD)
                        .withCard(Card.of("tok_1").withBin("424242").withLast4("4242")));

        Decision decision = client.decide(ShopEvent.of(EventType.ORDER_CREATED)
                .id("order-o1-created")
                .source("https://shop.example")
                .time(now)
                .with(Field.ACCOUNT_ID, "a1")
                .with(Field.SESSION_ID, "s1")
                .with(Field.IP, "203.0.113.9")
                .with(Field.ORDER, order)
                .extra("campaign", "autumn"));

        decision.actions().forEach(shop::carryOut);
        switch (decision.outcome()) {
            case ALLOW -> shop.authorise("o1");
            case CHALLENGE ->
                shop.askFor(
                        decision.required() == null
                                ? List.of()
                                : decision.required().methods(),
                        "o1");
            case HOLD -> shop.hold("o1", decision.isDegraded());
            case DENY -> shop.refuse("o1");
        }
        if (decision.isDegraded()) {
            shop.log("No decision: " + decision.degradation().failure());
        }
        // endregion
    }

    void catchUp(SekishoClient client, List<ShopEvent> events) {
        // region send
        Receipt receipt = client.send(events, SendMode.PARTIAL);
        receipt.refused().forEach(problem -> shop.log("Refused: " + problem));
        List<ShopEvent> again = events.subList(receipt.settled(), events.size());
        // endregion
        shop.log(again.size() + " to be sent again");
    }

    boolean isFromSekisho(String secret, Map<String, String> headers, byte[] body, Instant now) {
        // region webhook
        WebhookSignatures signatures = WebhookSignatures.of(secret);
        boolean isGenuine = signatures.check(headers::get, body, now).isValid();
        // endregion
        return isGenuine;
    }
}
