package io.sekisho.cli.story;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.event.Recipient;
import io.sekisho.engine.expression.FactName;
import io.sekisho.engine.expression.Facts;
import java.util.List;
import java.util.Optional;

/** Says in words what happened, with people's data masked. */
final class Phrases {

    private final Words words;

    Phrases(Words words) {
        this.words = words;
    }

    /** What happened; empty for what the story leaves out. */
    Optional<String> of(Moment moment, boolean isKnownDevice) {
        Event event = moment.event();
        return switch (event.type()) {
            case LOGIN_SUCCEEDED, LOGIN_FAILED -> Optional.of(login(moment, isKnownDevice));
            case ORDER_CREATED -> Optional.of(order(event));
            case ORDER_VISIBILITY_CHANGED -> visibility(event);
            case GIFT_CODE_ISSUED -> Optional.of(words.text("event.gift_code.issued", money(event)));
            case NOTIFICATION_SETTINGS_CHANGED,
                    PASSWORD_CHANGED,
                    CREDENTIAL_ADDED,
                    ACCOUNT_EMAIL_CHANGED,
                    ACCOUNT_PHONE_CHANGED,
                    SECURITY_NOTIFICATION_REPORTED_NOT_ME,
                    SUPPORT_TAKEOVER_CLAIMED -> Optional.of(words.text("event." + event.typeName()));
            default -> Optional.empty();
        };
    }

    /** Several events like the first, in one sentence; empty for what the story leaves out. */
    Optional<String> more(List<Moment> alike) {
        Event first = alike.getFirst().event();
        Event last = alike.getLast().event();
        String until = words.clock(last.timeMillis(), last.offsetSeconds());
        long sum =
                alike.stream().mapToLong(moment -> moment.event().giftAmount()).sum();
        Money total = first.amount() == null
                ? new Money(0, "")
                : new Money(sum, first.amount().currency());
        String key = "more." + first.typeName();
        boolean isMoney = total.value() > 0;
        return words.has(key) && (isMoney || first.amount() == null)
                ? Optional.of(words.text(key, alike.size(), isMoney ? words.money(total) : "", until))
                : Optional.empty();
    }

    private String login(Moment moment, boolean isKnownDevice) {
        Event event = moment.event();
        Detail.Login login = (Detail.Login) event.detail();
        String methods = words.all(login.authMethods().stream()
                .map(method -> words.word("method", method))
                .toList());
        String device = words.text(
                isKnownDevice ? "device.known" : "device.new",
                words.word("os", fact(moment.facts(), FactName.USER_AGENT_OS).orElse("unknown")));
        String key = "event." + event.typeName();
        String failure = login.failureReason() == null ? "" : words.word("failure", login.failureReason());
        return words.text(key, methods, device, place(moment.facts()), failure);
    }

    /** Such as "Example Net (rented server), Japan". */
    private String place(Facts facts) {
        String network = fact(facts, FactName.IP_NETWORK_NAME).orElse(words.text("network.unknown"));
        String kind = words.word("network", fact(facts, FactName.IP_KIND).orElse("unknown"));
        String country = fact(facts, FactName.IP_COUNTRY).map(words::country).orElse(words.text("country.unknown"));
        return words.text("place", network, kind, country);
    }

    private static Optional<String> fact(Facts facts, FactName name) {
        return facts.value(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private String order(Event event) {
        Optional<Recipient> recipient = event.recipients().stream().findFirst();
        if (event.giftAmount() > 0 && recipient.isPresent()) {
            return words.text("event.gift_order", money(event), Masked.recipient(recipient.get()));
        }
        List<String> goods = event.items().stream().map(this::goods).distinct().toList();
        return words.text("event.order.created", words.all(goods), money(event));
    }

    private String goods(Item item) {
        String key = "goods." + (item.sku() == null ? "" : item.sku().replaceFirst("-.*", ""));
        return words.has(key)
                ? words.text(key)
                : words.word("goods", item.category() == null ? "other" : item.category());
    }

    private Optional<String> visibility(Event event) {
        return event.detail() instanceof Detail.Visibility change
                ? Optional.of(words.text("event.order." + change.visibility()))
                : Optional.empty();
    }

    private String money(Event event) {
        Money amount = event.amount();
        return amount == null ? "" : words.money(amount);
    }
}
