package io.sekisho.server.pages.words;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.RuleDefinition;
import io.sekisho.server.projection.Happening;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Events, outcomes, reasons and money in one language. Immutable. */
public final class Phrases {

    private final MessageSource messages;
    private final PolicyBook policies;
    private final Locale locale;

    Phrases(MessageSource messages, PolicyBook policies, Locale locale) {
        this.messages = messages;
        this.policies = policies;
        this.locale = locale;
    }

    public boolean isJapanese() {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
    }

    /** The message of that key. */
    public String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** The message of that key, or the code as it is where nobody has words for it. */
    public String sayOr(String key, String code) {
        return String.valueOf(messages.getMessage(key, null, code, locale));
    }

    /** What happened, with its amount: "Gift order ¥5,000". */
    public String what(Happening happening) {
        return what(happening.type(), variant(happening), happening.amount());
    }

    /** What of several things an event of one type may be. */
    public enum Variant {
        PLAIN,
        /** An order of stored value. */
        GIFT,
        /** Hidden orders were shown again. */
        SHOWN
    }

    public String what(String type, Variant variant, @Nullable Money amount) {
        String what = switch (variant) {
            case PLAIN -> event(type);
            case GIFT -> event(type + ".gift");
            case SHOWN -> event(type + ".shown");
        };
        return amount == null ? what : say("what.amount", what, money(amount));
    }

    private static Variant variant(Happening happening) {
        return switch (EventType.named(happening.type()).orElse(EventType.CUSTOM)) {
            case ORDER_CREATED -> happening.isGift() ? Variant.GIFT : Variant.PLAIN;
            case ORDER_VISIBILITY_CHANGED -> happening.isHiding() ? Variant.PLAIN : Variant.SHOWN;
            default -> Variant.PLAIN;
        };
    }

    /** An event of that type. */
    public String event(String type) {
        return sayOr("event." + type, type);
    }

    /** What the shop was told to do. */
    public String outcome(String outcome) {
        return say("outcome." + outcome);
    }

    /** The reason of that code, as the policy that gave it words it. */
    public String reason(long policyId, @Nullable String code) {
        return code == null
                ? ""
                : reason(policies.policy(policyId), code).map(this::text).orElseGet(() -> sayOr("why." + code, code));
    }

    /** A rule's reason. */
    public String text(RuleDefinition.Reason reason) {
        return isJapanese() ? reason.ja() : reason.en();
    }

    /** Yen have no decimals, in neither language. */
    public String money(Money money) {
        if (money.currency().equals("JPY")) {
            String grouped = String.format(locale, "%,d", money.value());
            return isJapanese() ? grouped + "円" : "¥" + grouped;
        }
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        BigDecimal value = BigDecimal.valueOf(money.value(), digits);
        return money.currency() + " " + String.format(locale, "%,." + digits + "f", value);
    }

    /** Several currencies, each for itself; of nothing it is nought of the usual one. */
    public String money(Map<String, Long> byCurrency) {
        return byCurrency.isEmpty()
                ? money(new Money(0, policies.currency()))
                : byCurrency.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(sum -> money(new Money(sum.getValue(), sum.getKey())))
                        .collect(Collectors.joining(" + "));
    }

    /** To the tenth of a second below a minute, else to the second. */
    public String duration(Duration duration) {
        return duration.compareTo(Duration.ofMinutes(1)) < 0
                ? say("duration.seconds", String.format(locale, "%.1f", duration.toMillis() / 1_000d))
                : say("duration.minutes", duration.toMinutes(), duration.toSecondsPart());
    }

    public Times times() {
        return new Times(locale);
    }

    private static Optional<RuleDefinition.Reason> reason(Policy policy, String code) {
        return policy.rules().stream()
                .map(rule -> rule.definition().reason())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
