package io.sekisho.wire.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.expression.Absence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisposableDomainsTest {
    private final DisposableDomains domains = DisposableDomains.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@mailinator.com", "A@MAILINATOR.COM", " a@mailinator.com ", "a@mailinator.com.",
                        "a@x.y.mailinator.com",
                "\"a@b\"@yopmail.com", "a@guerrillamail.com", "a@10minutemail.com", "a@sute.jp", "a@instaddr.ch",
                "a@any.33mail.com", "山田@mailinator.com", "a@ｍａｉｌｉｎａｔｏｒ.com", "a@mailinator。com"
            })
    void knowsThrowAwayAddresses(String email) {
        assertThat(domains.isDisposable(email).value()).as(email).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@gmail.com",
                "a@yahoo.co.jp",
                "a@docomo.ne.jp",
                "a@ezweb.ne.jp",
                "a@i.softbank.jp",
                "a@icloud.com",
                "a@privaterelay.appleid.com",
                "a@example.com",
                "a@my-mailinator.example",
                "a@mailinator.com.example.jp",
                "a@日本.jp",
                "mailinator.com@example.jp",
                "a@or.jp",
                "a@b.c"
            })
    void leavesOthersAlone(String email) {
        assertThat(domains.isDisposable(email).value()).as(email).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailinator.com",
                "@mailinator.com",
                "a@",
                "a@com",
                "a@.com",
                "a@mailinator..com",
                "a@mail inator.com",
                "a@mailinator.com..",
                "a@-",
                "a@[127.0.0.1]",
                "a@\u0000.com",
                "a@xn--\u00e9\u0000.com"
            })
    void refusesWhatIsNoAddress(String email) {
        assertThat(domains.isDisposable(email).absence()).as(email).contains(Absence.MALFORMED);
    }

    @Test
    void refusesOversizedAddresses() {
        assertThat(domains.isDisposable("a".repeat(400) + "@mailinator.com").absence())
                .contains(Absence.MALFORMED);
        assertThat(domains.isDisposable("a@" + "b".repeat(64) + ".com").absence())
                .contains(Absence.MALFORMED);
    }

    @Test
    void saysThatNothingWasGiven() {
        assertThat(domains.isDisposable("").absence()).contains(Absence.NOT_GIVEN);
        assertThat(domains.isDisposable("  ").absence()).contains(Absence.NOT_GIVEN);
    }

    @Test
    void knowsInternationalDomainsInBothForms() {
        DisposableDomains own = of("SKD1 2026-01-01\nxn--wgv71a.jp\n");
        assertThat(own.isDisposable("a@日本.jp").value()).contains(true);
        assertThat(own.isDisposable("a@XN--WGV71A.JP").value()).contains(true);
        assertThat(own.isDisposable("a@b.日本。jp").value()).contains(true);
    }

    @Test
    void agreesWithASetOfStringsOnTheShippedList() throws IOException {
        List<String> names = shippedNames();
        Set<String> set = new HashSet<>(names);
        long seed = 42;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String domain = variant(names.get(random.nextInt(names.size())), random);
            assertThat(domains.isDisposable("x@" + domain).value())
                    .as("seed %d, step %d, %s", seed, i, domain)
                    .contains(isBelowOneOf(set, domain.toLowerCase(Locale.ROOT)));
        }
        assertThat(names).hasSize(domains.edition().entries()).hasSizeGreaterThan(100_000);
    }

    @Test
    void livesOnWithoutItsList() {
        DisposableDomains without = DisposableDomains.load(TableBytes.shipping(Map.of()));
        assertThat(without.isDisposable("a@mailinator.com").absence()).contains(Absence.NO_TABLE);
        assertThat(without.isDisposable("nonsense").absence()).contains(Absence.MALFORMED);
        assertThat(without.problems()).singleElement().asString().contains(DomainSet.FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other\na.com\n", "SKD1 2026-01-01\na.com", "SKD1 2026-01-01"})
    void seesADamagedList(String text) {
        assertThat(of(text).problems()).as(text).hasSize(1);
    }

    private static DisposableDomains of(String text) {
        byte[] packed = TableBytes.gzip(text.getBytes(StandardCharsets.UTF_8));
        return DisposableDomains.load(TableBytes.shipping(Map.of(DomainSet.FILE, packed)));
    }

    private static List<String> shippedNames() throws IOException {
        byte[] packed = TableBytes.shipped(DomainSet.FILE);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    private static String variant(String name, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> name;
            case 1 -> name.toUpperCase(Locale.ROOT);
            case 2 -> "mx." + name;
            case 3 -> "x" + name;
            default -> name.substring(0, name.length() - 1) + "q";
        };
    }

    private static boolean isBelowOneOf(Set<String> set, String domain) {
        for (int at = 0; at >= 0; at = domain.indexOf('.', at + 1)) {
            if (set.contains(at == 0 ? domain : domain.substring(at + 1))) {
                return true;
            }
        }
        return false;
    }
}
