package io.sekisho.server.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wording in both languages, as a person has read it; {@code -Dsekisho.update=true} writes what is written now. */
final class LetterPageTest {

    private static final Path GOLDEN = Path.of(System.getProperty("sekisho.root", ".."))
            .resolve("server/src/test/resources/io/sekisho/server/notice/letters");

    private static final Instant AT = Instant.parse("2023-09-12T17:08:00Z");
    private static final List<String> ASKED = List.of(
            "asked.revoke_sessions",
            "asked.require_password_reset",
            "asked.remove_added_credentials",
            "asked.revert_profile_change",
            "asked.freeze_code",
            "asked.freeze_balance",
            "asked.block_payment_method",
            "asked.unhide_orders");

    static Stream<Arguments> letters() {
        return Stream.of("en", "ja").flatMap(language -> names().stream().map(name -> Arguments.of(name, language)));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("contained", "signed-in", "follow-up"));
        Arrays.stream(OrderFate.values()).forEach(fate -> names.add("order-" + word(fate)));
        return names;
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("letters")
    void isWrittenLikeThis(String name, String language) throws IOException {
        LetterPage.Written written = page(language).write(letter(name, language));

        compare(name + "." + language + ".txt", "Subject: " + written.subject() + "\n\n" + written.plain());
        compare(name + "." + language + ".html", written.html());
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("letters")
    void holdsNoLinkAndAsksForNoSecret(String name, String language) {
        LetterPage.Written written = page(language).write(letter(name, language));

        assertThat(written.html() + written.plain())
                .doesNotContainIgnoringCase("http", "href", "<a ", "<form", "<img", "<script", "??");
    }

    @Test
    void whatTheShopSentIsNoMarkup() {
        Letter.ToldOrder odd = new Letter.ToldOrder("<b>o1</b>", null, OrderFate.HELD);
        Letter letter = letter("en", false, List.of(), List.of(odd), List.of());

        assertThat(page("en").write(letter).html())
                .contains("&lt;b&gt;o1&lt;/b&gt;")
                .doesNotContain("<b>o1");
        assertThat(page("en").write(letter).plain()).contains("<b>o1</b>");
    }

    @Test
    void anAmountIsWrittenAsItsCurrencyIs() {
        for (Money money : List.of(new Money(123456, "USD"), new Money(5000, "JPY"), new Money(7, "QQQ"))) {
            Letter.ToldOrder order = new Letter.ToldOrder("o1", money, OrderFate.HELD);
            Letter letter = letter("en", false, List.of(), List.of(order), List.of());
            assertThat(page("en").write(letter).plain())
                    .contains(
                            switch (money.currency()) {
                                case "USD" -> "$1,234.56";
                                case "JPY" -> "¥5,000";
                                default -> "7 QQQ";
                            });
        }
    }

    private static Letter letter(String name, String language) {
        Letter.Happening order = new Letter.Happening("happening.order.created", AT, "US", "device.desktop");
        return switch (name) {
            case "contained" ->
                letter(
                        language,
                        false,
                        List.of(
                                order,
                                new Letter.Happening(
                                        "happening.order.visibility_changed", AT.plusSeconds(120), "US", null)),
                        Arrays.stream(OrderFate.values())
                                .map(fate -> new Letter.ToldOrder("A-100" + fate.ordinal(), yen(3_000), fate))
                                .toList(),
                        ASKED);
            case "signed-in" ->
                letter(
                        language,
                        false,
                        List.of(new Letter.Happening("happening.login.succeeded", AT, null, "device.mobile")),
                        List.of(),
                        List.of());
            case "follow-up" ->
                letter(
                        language,
                        true,
                        List.of(new Letter.Happening("happening.gift_code.issued", AT, null, null)),
                        List.of(new Letter.ToldOrder("A-1001", null, OrderFate.HELD)),
                        List.of("asked.freeze_code"));
            default ->
                letter(
                        language,
                        false,
                        List.of(order),
                        List.of(new Letter.ToldOrder("A-1001", yen(5_000), fate(name))),
                        List.of());
        };
    }

    private static Letter letter(
            String language,
            boolean isFollowUp,
            List<Letter.Happening> acts,
            List<Letter.ToldOrder> orders,
            List<String> asked) {
        return new Letter(
                "ZJHL-2FEA-Z7XY",
                isFollowUp,
                Locale.of(language),
                ZoneId.of("Asia/Tokyo"),
                acts,
                orders,
                isFollowUp ? 1_200 : 0,
                asked);
    }

    private static Money yen(long value) {
        return new Money(value, "JPY");
    }

    private static OrderFate fate(String name) {
        return Arrays.stream(OrderFate.values())
                .filter(fate -> name.equals("order-" + word(fate)))
                .findFirst()
                .orElseThrow();
    }

    private static String word(OrderFate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    private static LetterPage page(String language) {
        return new LetterPage(
                language.equals("ja")
                        ? new Sender("notices@shop.example", "お茶の店", "03-0000-0000（毎日9時から21時）")
                        : new Sender("notices@shop.example", "Tea House", "03-0000-0000, every day from 9 to 21"));
    }

    /** White space at the ends of lines, which a template leaves, is nothing that anybody sees. */
    private static void compare(String file, String whole) throws IOException {
        String written = whole.replaceAll("(?m)[ \t]+$", "");
        Path golden = GOLDEN.resolve(file);
        if (Boolean.getBoolean("sekisho.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written);
        }
        assertThat(written).isEqualTo(Files.readString(golden));
    }
}
