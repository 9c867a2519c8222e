package io.sekisho.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sekisho.engine.expression.ListChange;
import io.sekisho.engine.policy.Policy;
import io.sekisho.server.privacy.EnvelopeKey;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.wire.policy.PolicyDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyShelfTest {

    private static final String RULE = """
            - {id: mail, on: [order.created], when: 'data.email == "hanako@example.net"', score: %d, reason: {code: a, en: a, ja: a}}
            """;

    @TempDir
    private Path temp;

    private Path directory;
    private Path folder;
    private ShopKeys keys;
    private PolicyShelf shelf;

    @BeforeEach
    void open() throws IOException {
        EnvelopeKey envelope = EnvelopeKey.open(null, temp.resolve("envelope.json"));
        keys = ShopKeys.open(temp.resolve("shop.keys"), envelope, new SecureRandom());
        directory = temp.resolve("policy");
        folder = temp.resolve("shelf");
        Files.createDirectories(directory.resolve("rules"));
        Files.createDirectories(folder);
        Files.writeString(directory.resolve("policy.yaml"), """
                format: 1
                version: kept-1
                decides: [order.created]
                """);
        Files.writeString(directory.resolve("rules/a.yaml"), RULE.formatted(1));
        shelf = new PolicyShelf(folder, keys);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void keepsAPolicyAsItWasWhenItWasPutThere() throws IOException {
        ShelvedPolicy first = shelf.put(directory);
        assertThat(first.version()).isEqualTo("kept-1");
        assertThat(first.fingerprint()).isEqualTo(PolicyDirectory.fingerprint(directory));
        Files.writeString(directory.resolve("rules/a.yaml"), RULE.formatted(2));
        ShelvedPolicy second = shelf.put(directory);
        assertThat(second.id()).isNotEqualTo(first.id());
        PolicyShelf again = new PolicyShelf(folder, keys);
        assertThat(score(again.policy(first.id()))).isEqualTo(1);
        assertThat(score(again.policy(second.id()))).isEqualTo(2);
        assertThat(kept()).hasSize(2);
    }

    @Test
    void keepsTheSamePolicyOnce() throws IOException {
        ShelvedPolicy first = shelf.put(directory);
        assertThat(shelf.put(directory)).isEqualTo(first);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void beginsAnewWhereACopyWasNotFinished() throws IOException {
        ShelvedPolicy policy = shelf.put(directory);
        Path place = kept().getFirst();
        Path unfinished = place.resolveSibling(place.getFileName() + ".new");
        Files.move(place, unfinished);
        Files.delete(unfinished.resolve("policy.yaml"));
        PolicyShelf again = new PolicyShelf(folder, keys);
        assertThat(again.put(directory)).isEqualTo(policy);
        assertThat(score(again.policy(policy.id()))).isEqualTo(1);
        assertThat(kept()).containsExactly(place);
    }

    @Test
    void refusesWhatIsNoPolicyAndKeepsNothingOfIt() throws IOException {
        Files.writeString(directory.resolve("rules/a.yaml"), RULE.formatted(1).replace("data.email", "f.unknown"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shelf.put(directory))
                .withMessageContaining("./sekisho policy check");
        assertThat(kept()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> shelf.policy(42));
    }

    @Test
    void itsPoliciesHoldPseudonymsInThePlaceOfPersonalTexts() throws IOException {
        Policy policy = shelf.policy(shelf.put(directory).id());
        assertThat(policy.rules().getFirst().definition().when().text())
                .contains(keys.newHash().ofEmail("hanako@example.net"))
                .doesNotContain("hanako");
        assertThat(Files.readString(kept().getFirst().resolve("rules/a.yaml"))).contains("hanako@example.net");
    }

    @Test
    void twoEnginesNeverShareTheirLists() {
        long id = shelf.put(directory).id();
        Policy one = shelf.newPolicy(id);
        Policy other = shelf.newPolicy(id);
        one.lists().apply(new ListChange("blocked", "d1", true, Long.MAX_VALUE));
        assertThat(other.lists().names()).isEmpty();
        assertThat(shelf.policy(id).lists().names()).isEmpty();
        assertThat(shelf.policy(id)).isSameAs(shelf.policy(id));
    }

    private static int score(Policy policy) {
        return policy.rules().getFirst().definition().score();
    }
}
