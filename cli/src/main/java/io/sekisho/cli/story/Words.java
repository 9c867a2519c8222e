package io.sekisho.cli.story;

import io.sekisho.engine.event.Money;
import io.sekisho.engine.rule.RuleDefinition.Reason;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The story's texts in one language, and how that language writes money, times and lists. Stateless. */
final class Words {

    static final String BUNDLE = "io.sekisho.cli.story.Story";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final long MINUTE_SECONDS = 60;

    private final Locale locale;
    private final ResourceBundle bundle;
    private final DateTimeFormatter day;

    Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.day = DateTimeFormatter.ofPattern(bundle.getString("format.day"), locale);
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... parts) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(parts);
    }

    /** The text of {@code family.word}; the word itself where there is none, for words are the shop's own. */
    String word(String family, String word) {
        String key = family + "." + word;
        return bundle.containsKey(key) ? bundle.getString(key) : word;
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    String reason(Reason reason) {
        return locale.equals(Locale.JAPANESE) ? reason.ja() : reason.en();
    }

    String money(Money money) {
        if (money.currency().equals("JPY")) {
            return text("format.yen", whole(money.value()));
        }
        int decimals = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.value(), decimals).toPlainString() + " " + money.currency();
    }

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A share from 0 to 1 in per cent. */
    String percent(double share) {
        return text("format.percent", String.format(Locale.ROOT, "%.2f", 100 * share));
    }

    /** Seconds up to a minute and a half, minutes up to an hour and a half, hours above. */
    String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < MINUTE_SECONDS * 3 / 2) {
            return text("format.seconds", seconds);
        }
        long minutes = seconds / MINUTE_SECONDS;
        return minutes < MINUTE_SECONDS * 3 / 2
                ? text("format.minutes", minutes)
                : text("format.hours", minutes / MINUTE_SECONDS);
    }

    String clock(long millis, int offsetSeconds) {
        return CLOCK.format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offsetSeconds)));
    }

    String day(long millis, int offsetSeconds) {
        return day.format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offsetSeconds)));
    }

    /** Such as "passkey, app or call-back". */
    String either(List<String> words) {
        return joined(words, text("list.or"));
    }

    /** Such as "password and SMS code". */
    String all(List<String> words) {
        return joined(words, text("list.and"));
    }

    private String joined(List<String> words, String last) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        List<String> first = words.subList(0, words.size() - 1);
        return String.join(text("list.comma"), first) + last + words.getLast();
    }

    String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }
}
