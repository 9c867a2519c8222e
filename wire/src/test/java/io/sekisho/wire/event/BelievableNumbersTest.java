package io.sekisho.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that shops really send are not taken for card numbers. */
class BelievableNumbersTest {

    private static final int DRAWS = 20_000;
    private static final long SEED = 20230913;

    static Arguments[] kinds() {
        return new Arguments[] {
            kind("ISO time", random -> instant(random).toString()),
            kind("time in digits", random -> instant(random).toString().replaceAll("[^0-9]", "")),
            kind(
                    "milliseconds since 1970",
                    random -> Long.toString(instant(random).toEpochMilli())),
            kind("microseconds since 1970", random -> instant(random).toEpochMilli() + digits(random, 3)),
            kind("nanoseconds since 1970", random -> instant(random).toEpochMilli() + digits(random, 6)),
            kind("Japanese mobile phone", random -> "+81" + (7 + random.nextInt(3)) + "0" + digits(random, 8)),
            kind("the same at home", random -> "090-" + digits(random, 4) + "-" + digits(random, 4)),
            kind("Japanese landline", random -> "+813" + digits(random, 8)),
            kind("phone of the United States", random -> "+1" + digits(random, 10)),
            kind("UUID", random -> new UUID(random.nextLong(), random.nextLong()).toString()),
            kind("digest", BelievableNumbersTest::digest),
            kind("marketplace order", random -> "250-" + digits(random, 7) + "-" + digits(random, 7)),
            kind("order of a day", random -> "20230913-" + digits(random, 8)),
            kind("order with a letter", random -> "R" + digits(random, 16)),
            kind("tracking number", random -> digits(random, 12)),
            kind("tracking number in groups", random -> grouped(digits(random, 12))),
            kind("registered mail", random -> "RR" + digits(random, 9) + "JP"),
            kind("postal code", random -> digits(random, 3) + "-" + digits(random, 4)),
            kind("short article number", random -> digits(random, 8)),
            kind("coordinates", random -> "35." + digits(random, 6) + ",139." + digits(random, 6)),
            kind("IPv4 address", random -> random.nextInt(256) + "." + random.nextInt(256) + ".113.9"),
            kind("session of a suite", random -> "GA1.2." + digits(random, 9) + "." + digits(random, 10)),
            kind("My Number", random -> grouped(digits(random, 12)).replace('-', ' ')),
            kind("bank account", random -> digits(random, 4) + "-" + digits(random, 3) + "-" + digits(random, 7))
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void areNoCardNumbers(String kind, Function<Random, String> draw) {
        Random random = new Random(SEED);
        for (int i = 0; i < DRAWS; i++) {
            String text = draw.apply(random);
            assertThat(CardNumbers.isIn(text))
                    .as("%s %s, seed %d", kind, text, SEED)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/117.0.5938.62"
                        + " Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/16.6 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Linux; Android 13; SO-51D Build/64.1.F.4.133) AppleWebKit/537.36 Chrome/116.0.5845.172"
                        + " Mobile Safari/537.36 Line/13.14.0/IAB",
                "Dalvik/2.1.0 (Linux; U; Android 9; AQUOS sense2 Build/S7010) [FBAN/EMA;FBAV/368.0.0.8.107;]",
                "ShopApp/7.21.4 (build 2023091300; iOS 16.6.1; 1290x2796; jp.example.shop)"
            })
    void areLeftInUserAgents(String userAgent) {
        Reading.Accepted accepted =
                SampleEvent.ORDER.with("/data/user_agent", userAgent).accepted();

        assertThat(accepted.hadCardNumber()).isFalse();
        assertThat(accepted.event().context().userAgent()).isEqualTo(userAgent);
    }

    /** Both check digits are right for a tenth of these; in {@code sku} they pass nevertheless. */
    @ParameterizedTest
    @ValueSource(strings = {"45", "49", "40", "50", "69", "978"})
    void areArticleNumbersInSku(String prefix) {
        Random random = new Random(SEED);
        for (int i = 0; i < DRAWS / 10; i++) {
            String ean = ean13(prefix + digits(random, 12 - prefix.length()));
            assertThat(CardNumbers.isInArticleNumber(ean))
                    .as("%s, seed %d", ean, SEED)
                    .isFalse();
        }
    }

    private static Arguments kind(String name, Function<Random, String> draw) {
        return Arguments.of(name, draw);
    }

    private static Instant instant(Random random) {
        return Instant.parse("2015-01-01T00:00:00Z").plusMillis(random.nextLong(20L * 365 * 86_400_000));
    }

    private static String digest(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return "sha256:" + HexFormat.of().formatHex(bytes);
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String grouped(String digits) {
        return CardNumberSamples.grouped(digits, "-", 4, 4, 4);
    }

    private static String ean13(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return body + (10 - sum % 10) % 10;
    }
}
