package io.sekisho.server.notice.outbox;

import io.sekisho.engine.event.Money;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.server.notice.mail.Letter;
import io.sekisho.server.notice.mail.OrderFate;
import io.sekisho.server.notice.outbox.Claim.ToldAct;
import io.sekisho.server.projection.Orders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of what was decided what is told to a customer, as things stand when it is sent. Stateless. */
final class LetterDraft {

    private static final int MOST_ORDERS = 20;
    private static final int MOST_ACTS = 20;

    /** Types that have a sentence of their own. */
    private static final Set<String> TOLD_TYPES = Set.of(
            "login.succeeded",
            "login.failed",
            "credential.added",
            "password.changed",
            "account.email_changed",
            "account.phone_changed",
            "notification_settings.changed",
            "order.created",
            "order.visibility_changed",
            "gift_code.issued",
            "verification.failed");

    private static final Set<String> TOLD_DEVICES = Set.of("desktop", "mobile", "tablet", "app");

    /** What is told of what was asked of the shop, in this order. */
    private static final List<ActionVerb> TOLD_VERBS = List.of(
            ActionVerb.REVOKE_SESSIONS,
            ActionVerb.REQUIRE_PASSWORD_RESET,
            ActionVerb.REMOVE_ADDED_CREDENTIALS,
            ActionVerb.REVERT_PROFILE_CHANGE,
            ActionVerb.FREEZE_CODE,
            ActionVerb.FREEZE_BALANCE,
            ActionVerb.BLOCK_PAYMENT_METHOD,
            ActionVerb.UNHIDE_ORDERS);

    private static final Map<String, OrderFate> FATES = Map.of(
            ActionVerb.HOLD_ORDER.word(), OrderFate.HELD,
            ActionVerb.CANCEL_ORDER.word(), OrderFate.REFUSED,
            ActionVerb.VOID_PAYMENT.word(), OrderFate.REFUSED);

    private static final Set<String> CHARGED = Set.of("captured", "settled");

    private final Orders orders;

    LetterDraft(Orders orders) {
        this.orders = orders;
    }

    Letter of(Claim claim) {
        Map<String, OrderFate> fates = fates(claim.acts());
        return new Letter(
                claim.key().reference(),
                claim.isFollowUp(),
                claim.language(),
                claim.zone(),
                claim.acts().stream()
                        .limit(MOST_ACTS)
                        .map(LetterDraft::happening)
                        .toList(),
                fates.entrySet().stream()
                        .limit(MOST_ORDERS)
                        .map(order -> told(order.getKey(), order.getValue(), claim.acts()))
                        .toList(),
                Math.max(0, fates.size() - MOST_ORDERS),
                asked(claim.acts()));
    }

    private static Letter.Happening happening(ToldAct act) {
        String key = TOLD_TYPES.contains(act.type()) ? act.type() : "other";
        String device = act.device();
        return new Letter.Happening(
                "happening." + key,
                act.actedAt(),
                act.country(),
                device != null && TOLD_DEVICES.contains(device) ? "device." + device : null);
    }

    /** Of every order that a decision is about, or that it does something to, in the order in which they come. */
    private static Map<String, OrderFate> fates(List<ToldAct> acts) {
        Map<String, OrderFate> fates = new LinkedHashMap<>();
        for (ToldAct act : acts) {
            if (act.orderId() != null) {
                fates.merge(act.orderId(), decided(act), OrderFate::or);
            }
            for (int i = 0; i < act.actions().size(); i++) {
                OrderFate fate = FATES.get(act.actions().get(i));
                if (fate != null) {
                    fates.merge(act.targets().get(i), fate, OrderFate::or);
                }
            }
        }
        return fates;
    }

    /** A code that is not given out belongs to an order that was taken: the order is held. */
    private static OrderFate decided(ToldAct act) {
        boolean isOfOrder = act.type().startsWith("order.");
        return switch (Outcome.named(act.outcome()).orElse(Outcome.HOLD)) {
            case ALLOW -> OrderFate.PLACED;
            case CHALLENGE -> OrderFate.WAITING;
            case HOLD -> OrderFate.HELD;
            case DENY -> isOfOrder ? OrderFate.REFUSED : OrderFate.HELD;
        };
    }

    private Letter.ToldOrder told(String orderId, OrderFate decided, List<ToldAct> acts) {
        Optional<Map<String, Object>> order = orders.of(orderId);
        boolean isCharged = order.stream()
                .flatMap(found -> ((List<?>) found.getOrDefault("payments", List.of())).stream())
                .anyMatch(payment -> payment instanceof Map<?, ?> members && CHARGED.contains(members.get("status")));
        return new Letter.ToldOrder(orderId, amount(orderId, order, acts), isCharged ? OrderFate.CHARGED : decided);
    }

    private static @Nullable Money amount(String orderId, Optional<Map<String, Object>> order, List<ToldAct> acts) {
        if (order.map(found -> found.get("amount")).orElse(null) instanceof Map<?, ?> amount
                && amount.get("value") instanceof Long value
                && amount.get("currency") instanceof String currency) {
            return new Money(value, currency);
        }
        return acts.stream()
                .filter(act -> orderId.equals(act.orderId()) && act.type().startsWith("order."))
                .map(ToldAct::amount)
                .findFirst()
                .orElse(null);
    }

    private static List<String> asked(List<ToldAct> acts) {
        Set<String> verbs = acts.stream().flatMap(act -> act.actions().stream()).collect(Collectors.toSet());
        List<String> asked = new ArrayList<>();
        for (ActionVerb verb : TOLD_VERBS) {
            if (verbs.contains(verb.word())) {
                asked.add("asked." + verb.word());
            }
        }
        return asked;
    }
}
