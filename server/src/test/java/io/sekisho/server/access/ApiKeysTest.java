package io.sekisho.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are known while they are good, at once when they are new, and no longer when they are revoked. */
final class ApiKeysTest {

    @TempDir
    Path data;

    private Path path = Path.of("");
    private KeyFixture fixture;

    @BeforeEach
    void begin() throws IOException {
        path = data.resolve("keys");
        fixture = new KeyFixture(path);
    }

    @Test
    void aKeyIsKnownAtOnceWithoutATick() throws IOException {
        IssuedKey issued = fixture.issue(Scope.DECIDE, Scope.READ);

        KeyCheck check = fixture.keys.authenticate("Bearer " + issued.secret(), fixture.time.millis());

        assertThat(check).isEqualTo(new KeyCheck.Granted(issued.key()));
        assertThat(issued.key().scopes()).containsExactlyInAnyOrder(Scope.DECIDE, Scope.READ);
    }

    @Test
    void theWordBearerMayBeWrittenInAnyCase() throws IOException {
        assertThat(fixture.check("bearer " + fixture.issue(Scope.READ).secret()))
                .isEqualTo("granted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void noKeyIsMissing(String header) {
        assertThat(fixture.check(header)).isEqualTo("missing_key");
        assertThat(fixture.check(null)).isEqualTo("missing_key");
    }

    @Test
    void everythingElseIsInvalid() throws IOException {
        String secret = fixture.issue(Scope.READ).secret();
        String other = fixture.issue(Scope.READ).secret();
        String swapped = secret.substring(0, 16) + other.substring(16);

        assertThat(Stream.of(
                        "Bearer " + swapped,
                        "Bearer " + secret.substring(0, secret.length() - 1),
                        "Bearer " + secret + "A",
                        "Bearer sk_",
                        "Basic " + secret,
                        secret,
                        "Bearer " + secret.replace("sk_", "pk_"),
                        "Bearer " + secret.substring(0, 20) + "?" + secret.substring(21),
                        "Bearer sk_zzzzzzzzzzzz_" + secret.substring(16)))
                .allSatisfy(header -> assertThat(fixture.check(header)).isEqualTo("invalid_key"));
    }

    @Test
    void aKeyExpiresAtItsMoment() throws IOException {
        IssuedKey issued = fixture.issueFor(Duration.ofDays(90));
        fixture.time.pass(Duration.ofDays(90).minusMillis(1));
        assertThat(fixture.check("Bearer " + issued.secret())).isEqualTo("granted");

        fixture.time.pass(Duration.ofMillis(1));

        assertThat(fixture.check("Bearer " + issued.secret())).isEqualTo("expired_key");
    }

    @Test
    void aRevokedKeyIsRefusedFromTheNextTickOn() throws IOException {
        IssuedKey issued = fixture.issue(Scope.READ);
        assertThat(fixture.check("Bearer " + issued.secret())).isEqualTo("granted");

        fixture.folder.revoke(issued.key().id(), fixture.time.instant());
        fixture.keys.tick();

        assertThat(fixture.check("Bearer " + issued.secret())).isEqualTo("revoked_key");
    }

    @Test
    void whoDoesNotHaveTheSecretIsNotToldThatTheKeyIsRevoked() throws IOException {
        IssuedKey issued = fixture.issue(Scope.READ);
        fixture.folder.revoke(issued.key().id(), fixture.time.instant());

        String guess = issued.secret().substring(0, 16) + "A".repeat(43);

        assertThat(fixture.check("Bearer " + guess)).isEqualTo("invalid_key");
    }

    @Test
    void revokingTwiceKeepsTheFirstMoment() throws IOException {
        IssuedKey issued = fixture.issue(Scope.READ);
        Instant first = fixture.time.instant();
        fixture.folder.revoke(issued.key().id(), first);
        fixture.time.pass(Duration.ofDays(1));

        assertThat(fixture.folder
                        .revoke(issued.key().id(), fixture.time.instant())
                        .orElseThrow()
                        .revoked())
                .isEqualTo(first);
        assertThat(fixture.folder.revoke("../../passwd", first)).isEmpty();
    }

    @Test
    void unknownIdsAreLookedUpTenTimesASecond() throws IOException {
        String unknown = "Bearer sk_bbbbbbbbbbbb_" + "A".repeat(43);
        for (int i = 0; i < 10; i++) {
            assertThat(fixture.check(unknown)).isEqualTo("invalid_key");
        }
        IssuedKey issued = fixture.issue(Scope.READ);
        assertThat(fixture.check("Bearer " + issued.secret())).isEqualTo("invalid_key");

        fixture.time.pass(Duration.ofSeconds(1));

        assertThat(fixture.check("Bearer " + issued.secret())).isEqualTo("granted");
    }

    @Test
    void theLastUseIsWrittenAtMostOnceAMinuteAndAtTheEnd() throws IOException {
        IssuedKey issued = fixture.issue(Scope.READ);
        fixture.check("Bearer " + issued.secret());
        fixture.keys.tick();
        assertThat(fixture.folder.list().getFirst().lastUsed()).isEmpty();

        Instant used = fixture.time.instant();
        fixture.time.pass(Duration.ofMinutes(1));
        fixture.keys.tick();
        assertThat(fixture.folder.list().getFirst().lastUsed()).contains(used);

        fixture.check("Bearer " + issued.secret());
        fixture.keys.close();
        assertThat(fixture.folder.list().getFirst().lastUsed()).contains(fixture.time.instant());
    }

    @Test
    void aRestartKeepsTheLastUse() throws IOException {
        fixture.check("Bearer " + fixture.issue(Scope.READ).secret());
        fixture.keys.close();

        new KeyFixture(path).keys.close();

        assertThat(fixture.folder.list().getFirst().lastUsed()).contains(fixture.time.instant());
    }

    @Test
    void eachNewAndRevokedKeyIsToldOnce() throws IOException {
        String id = fixture.issue(Scope.READ).key().id();
        fixture.keys.tick();
        fixture.keys.tick();
        fixture.folder.revoke(id, fixture.time.instant());
        fixture.keys.tick();

        KeyFixture restarted = new KeyFixture(path);
        String whileAway = restarted.issue(Scope.READ).key().id();
        restarted.keys.tick();

        assertThat(fixture.told).containsExactly("created " + id, "revoked " + id);
        assertThat(restarted.told).containsExactly("created " + whileAway);
    }

    @Test
    void aDamagedFileIsToldAndTheOthersStay() throws IOException {
        IssuedKey good = fixture.issue(Scope.READ);
        IssuedKey bad = fixture.issue(Scope.READ);
        Files.writeString(path.resolve(bad.key().id() + ".json"), "{\"format\":1}");
        fixture.keys.tick();

        assertThat(fixture.told).contains("damaged " + bad.key().id() + ".json");
        assertThat(fixture.check("Bearer " + good.secret())).isEqualTo("granted");
        assertThat(fixture.check("Bearer " + bad.secret())).isEqualTo("invalid_key");
    }

    @Test
    void aFileHoldsNoSecretAndIsOnlyForItsOwner() throws IOException {
        IssuedKey issued = fixture.issue(Scope.READ);
        Path file = path.resolve(issued.key().id() + ".json");

        assertThat(Files.readString(file)).doesNotContain(issued.secret().substring(16));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
        assertThat(names(path)).containsExactly(file.getFileName().toString());
    }

    @Test
    void noTwoKeysAreAlike() throws IOException {
        List<String> secrets = List.of(
                fixture.issue(Scope.READ).secret(),
                fixture.issue(Scope.READ).secret(),
                fixture.issue(Scope.READ).secret());

        assertThat(secrets)
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).hasSize(59));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
