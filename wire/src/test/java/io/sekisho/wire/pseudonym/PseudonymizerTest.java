package io.sekisho.wire.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sekisho.engine.event.Pseudonym;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.pseudonym.Pseudonymizer.Replaced;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal texts go, all of them, and come back. */
final class PseudonymizerTest {

    private final KeyedHash hash = new KeyedHash(key(1));
    private final Pseudonymizer pseudonymizer = new Pseudonymizer(hash);

    private static byte[] key(long seed) {
        byte[] key = new byte[KeyedHash.KEY_BYTES];
        new Random(seed).nextBytes(key);
        return key;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingPersonalIsLeftAndAllComesBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            RandomEvents events = new RandomEvents(random);
            Map<String, Object> event = events.next();
            String before = new CanonicalJson().write(event);
            Replaced replaced = pseudonymizer.replace(event);
            String where = "seed " + seed + ", event " + i + ": " + before;
            assertThat(new CanonicalJson().write(event)).as(where).isEqualTo(before);
            assertThat(Originals.restore(replaced.tree(), replaced.originals()))
                    .as(where)
                    .isEqualTo(event);
            List<String> left = texts(replaced.tree());
            for (String personal : events.personal()) {
                assertThat(left).as(where).noneMatch(text -> text.contains(personal.strip()));
            }
            assertThat(new HashSet<>(replaced.originals().values())).as(where).isEqualTo(events.personal());
        }
    }

    @Test
    void idsAndTheEnvelopeAreUntouchedWhateverTheyLookLike() {
        Map<String, Object> event = Map.of(
                "id", "hanako@example.net",
                "source", "a@example.net",
                "type", "login.failed",
                "specversion", "1.0",
                "time", "2023-09-13T02:14:05+09:00",
                "data",
                        Map.of(
                                "account_id", "hanako@example.net",
                                "session_id", "203.0.113.9",
                                "contact_id", "+819012345678",
                                "order", Map.of("order_id", "b@example.net")));
        Replaced replaced = pseudonymizer.replace(event);
        assertThat(replaced.tree()).isEqualTo(event);
        assertThat(replaced.originals()).isEmpty();
    }

    @Test
    void whatHoldsNothingPersonalIsShared() {
        Map<String, Object> data = Map.of("channel", "web", "items", List.of(Map.of("sku", "tea")));
        assertThat(pseudonymizer.replace(Map.of("data", data)).tree().get("data"))
                .isSameAs(data);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.net, ' Ann@Example.NET '",
        "ann@example.net, ａｎｎ＠example．net",
        "ﬁsh@example.net, fish@example.net",
    })
    void anAddressOfMailIsTheSameInEverySpelling(String one, String other) {
        assertThat(hash.ofEmail(one)).isEqualTo(hash.ofEmail(other));
        assertThat(Pseudonym.isOne(hash.ofEmail(one))).isTrue();
    }

    @Test
    void aTelephoneNumberIsTheSameInEverySpelling() {
        assertThat(hash.ofPhone("+81 90-1234-5678")).isEqualTo(hash.ofPhone("＋８１（９０）1234 5678"));
        assertThat(hash.ofPhone("+819012345678")).isNotEqualTo(hash.ofPhone("+819012345679"));
    }

    @Test
    void addressesOfOneNetworkShareItsPart() {
        String one = hash.ofIp("2001:db8:1:2::1");
        String neighbour = hash.ofIp("2001:DB8:1:2:ffff::9");
        String stranger = hash.ofIp("2001:db8:1:3::1");
        assertThat(one).isNotEqualTo(neighbour).isEqualTo(hash.ofIp("2001:0db8:0001:0002:0:0:0:1"));
        assertThat(Pseudonym.network(one)).isEqualTo(Pseudonym.network(neighbour));
        assertThat(Pseudonym.network(one)).isNotEqualTo(Pseudonym.network(stranger));
        assertThat(List.of(one, neighbour, stranger)).allMatch(Pseudonym::isOne);
        assertThat(hash.ofIp("203.0.113.9"))
                .isEqualTo(hash.ofIp("::ffff:203.0.113.9"))
                .isNotEqualTo(hash.ofIp("203.0.113.10"))
                .hasSize(33);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u3000"})
    void ofNothingThereIsNoPseudonym(String blank) {
        assertThat(hash.ofEmail(blank)).isEmpty();
        assertThat(hash.ofPhone(blank)).isEmpty();
        Map<String, Object> event = Map.of("data", Map.of("email", blank, "phone", blank));
        Replaced replaced = pseudonymizer.replace(event);
        assertThat(Originals.restore(replaced.tree(), replaced.originals())).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "none@", "@", "-", "#0123456789abcdef0123456789abcdef", "非公開"})
    void nonsenseIsReplacedWhereAPersonalTextBelongsAndComesBack(String nonsense) {
        Map<String, Object> recipient = Map.of("email", nonsense, "phone", nonsense, "name", nonsense);
        Map<String, Object> event = Map.of("data", Map.of("recipient", recipient));
        Replaced replaced = pseudonymizer.replace(event);
        assertThat(texts(replaced.tree())).doesNotContain(nonsense);
        assertThat(Originals.restore(replaced.tree(), replaced.originals())).isEqualTo(event);
    }

    @Test
    void kindsAndKeysAreKeptApart() {
        Set<String> all = new HashSet<>();
        for (KeyedHash one : List.of(hash, new KeyedHash(key(2)))) {
            all.addAll(List.of(one.ofEmail("1"), one.ofPhone("1"), one.ofWords("1"), one.ofIp("1")));
            all.add(one.ofAccount("1").toString());
        }
        assertThat(all).hasSize(10);
        assertThat(new KeyedHash(key(1)).ofEmail("1")).isEqualTo(hash.ofEmail("1"));
        assertThat(hash.ofAccount("1")).isEqualTo(new KeyedHash(key(1)).ofAccount("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyedHash(new byte[31]))
                .withMessageContaining("31");
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        switch (value) {
            case Map<?, ?> members ->
                members.forEach((name, member) -> {
                    texts.add((String) name);
                    texts.addAll(member == null ? List.of() : texts(member));
                });
            case List<?> elements -> elements.forEach(element -> texts.addAll(texts(element)));
            case String text -> texts.add(text);
            default -> {}
        }
        return texts;
    }
}
