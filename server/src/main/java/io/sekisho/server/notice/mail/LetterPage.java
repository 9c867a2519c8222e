package io.sekisho.server.notice.mail;

import io.sekisho.engine.event.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a letter out, plain and as HTML, in its language. May be shared by threads. */
public final class LetterPage {

    private static final String BUNDLE = "io/sekisho/server/notice/letter";
    private static final String FOLDER = "templates/notice/";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final Sender sender;

    public LetterPage(Sender sender) {
        this.sender = sender;
        messages.setBasenames(BUNDLE);
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // Else an English letter would be Japanese on a Japanese machine.
        messages.setFallbackToSystemLocale(false);
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver(TemplateMode.HTML, ".html"));
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt"));
    }

    /** A letter written out. */
    public record Written(String subject, String plain, String html) {}

    public Written write(Letter letter) {
        Context context = new Context(letter.language(), variables(letter));
        String subject =
                message(letter, letter.isFollowUp() ? "subject.follow_up" : "subject.first", sender.shopName());
        context.setVariable("subject", subject);
        return new Written(subject, engine.process("letter.txt", context), engine.process("letter.html", context));
    }

    private Map<String, Object> variables(Letter letter) {
        return Map.of(
                "shop", sender.shopName(),
                "contact", sender.shopContact(),
                "reference", letter.reference(),
                "opening",
                        message(letter, letter.isFollowUp() ? "opening.follow_up" : "opening.first", sender.shopName()),
                "acts", letter.acts().stream().map(act -> act(letter, act)).toList(),
                "orders",
                        letter.orders().stream()
                                .map(order -> order(letter, order))
                                .toList(),
                "moreOrders", letter.moreOrders() == 0 ? "" : message(letter, "orders.more", letter.moreOrders()),
                "asked",
                        letter.asked().stream().map(key -> message(letter, key)).toList());
    }

    private String act(Letter letter, Letter.Happening act) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(message(letter, "time.pattern"), letter.language());
        String time = format.format(act.at().atZone(letter.zone()));
        String where = where(letter, act);
        return where.isEmpty()
                ? message(letter, "act", time, message(letter, act.key()))
                : message(letter, "act.from", time, message(letter, act.key()), where);
    }

    /** No more than helps an owner to know whether it was he: the kind of device, the country. */
    private String where(Letter letter, Letter.Happening act) {
        List<String> parts = new ArrayList<>();
        if (act.device() != null) {
            parts.add(message(letter, act.device()));
        }
        if (act.country() != null) {
            parts.add(Locale.of("", act.country()).getDisplayCountry(letter.language()));
        }
        return String.join(message(letter, "list.between"), parts);
    }

    private Map<String, String> order(Letter letter, Letter.ToldOrder order) {
        return Map.of(
                "head",
                order.amount() == null
                        ? message(letter, "order", order.number())
                        : message(letter, "order.amount", order.number(), amount(letter, order.amount())),
                "fate",
                message(letter, order.fate().key()));
    }

    private String amount(Letter letter, Money money) {
        if (money.currency().equals("JPY")) {
            return message(letter, "amount.yen", money.value());
        }
        Optional<Currency> currency = Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(money.currency()))
                .findFirst();
        if (currency.isEmpty()) {
            return money.value() + " " + money.currency();
        }
        int digits = Math.max(0, currency.get().getDefaultFractionDigits());
        NumberFormat format = NumberFormat.getCurrencyInstance(
                letter.language().getLanguage().equals("ja") ? Locale.JAPAN : Locale.US);
        format.setCurrency(currency.get());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.value(), digits));
    }

    private String message(Letter letter, String key, Object... arguments) {
        return messages.getMessage(key, arguments, letter.language());
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String ending) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(FOLDER);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setResolvablePatterns(Set.of("*" + ending));
        return resolver;
    }
}
