package io.sekisho.server.notice.mail;

import io.sekisho.engine.event.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is written to a customer.
 *
 * @param acts what happened, the earliest first; never empty
 * @param moreOrders orders beyond those that are listed
 * @param asked what was asked of the shop, in the order in which it is told: keys of sentences
 */
public record Letter(
        String reference,
        boolean isFollowUp,
        Locale language,
        ZoneId zone,
        List<Happening> acts,
        List<ToldOrder> orders,
        int moreOrders,
        List<String> asked) {

    public Letter {
        acts = List.copyOf(acts);
        orders = List.copyOf(orders);
        asked = List.copyOf(asked);
    }

    /**
     * A suspicious act.
     *
     * @param key of the sentence that tells it
     * @param country ISO 3166 alpha-2
     * @param device key of the word for the kind of device
     */
    public record Happening(
            String key,
            Instant at,
            @Nullable String country,
            @Nullable String device) {}

    /** An order, and what became of it. */
    public record ToldOrder(String number, @Nullable Money amount, OrderFate fate) {}
}
