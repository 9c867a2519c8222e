package io.sekisho.cli.demo;

import io.sekisho.cli.demo.Shop.Answer;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What the terminal shows while the day is played: a line for everything that is not simply let through. */
final class Told implements Player.Watch {

    private static final String BUNDLE = "io.sekisho.cli.demo.Demo";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Tokyo"));

    private final ResourceBundle words;
    private final Locale locale;
    private final PrintStream out;

    Told(Locale locale, PrintStream out) {
        this.words = ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.locale = locale;
        this.out = out;
    }

    void say(String key, Object... parts) {
        out.println(text(key, parts));
    }

    String text(String key, Object... parts) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(parts);
    }

    @Override
    public synchronized void answered(PlayedEvent event, Answer answer) {
        boolean isQuiet = answer.outcome().equals("allow") && !(event.isAttack() && answer.isNotice());
        if (isQuiet) {
            return;
        }
        String what = event.type().equals("order.created")
                ? text(event.isGift() ? "what.gift" : "what.order", yen(event.yen()))
                : text(words.containsKey("what." + event.type()) ? "what." + event.type() : "what.other", event.type());
        out.println(String.format(
                Locale.ROOT,
                "%s  %-5s  %s%s",
                CLOCK.format(Instant.ofEpochMilli(event.millis())),
                text("outcome." + answer.outcome()),
                what,
                reason(answer.reason())));
    }

    void sums(Shop.Sums sums) {
        say("sums", sums.attackedOrders(), yen(sums.stoppedYen()), yen(sums.lostYen()), sums.touchedHonest());
    }

    private String reason(Map<String, String> texts) {
        String text = texts.getOrDefault(locale.getLanguage(), texts.getOrDefault("en", ""));
        return text.isEmpty() ? "" : "  - " + text;
    }

    private String yen(long yen) {
        return "¥" + NumberFormat.getIntegerInstance(Locale.ROOT).format(yen);
    }
}
