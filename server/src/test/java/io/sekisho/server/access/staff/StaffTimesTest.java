package io.sekisho.server.access.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sekisho.server.access.MovingTime;
import io.sekisho.server.access.Role;
import io.sekisho.server.access.TestDatabase;
import io.sekisho.server.platform.ShopId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions end, links expire, codes are used up, and whoever fails waits: by the clock that a test moves. */
final class StaffTimesTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final MovingTime time = new MovingTime("2026-11-24T00:00:00Z");
    private final Tokens tokens = new Tokens(new SecureRandom());
    private final StaffTables tables =
            StaffTables.of(JdbcClient.create(DATABASE.source()), ShopId.DEFAULT, tokens, DATABASE.transactions());
    private Staff person = new Staff(tokens.id(), "", "Ann", Role.AGENT, true, false, time.instant());

    @BeforeEach
    void add() {
        person = new Staff(tokens.id(), tokens.id() + "@shop.example", "Ann", Role.AGENT, true, false, time.instant());
        tables.staff().add(person, tokens.bytes(32));
    }

    @Test
    void aSessionEndsHalfAnHourAfterItsLastRequest() {
        String secret = open();
        pass(Duration.ofMinutes(29));
        assertThat(isOpen(secret)).isTrue();
        pass(Duration.ofMinutes(29));
        assertThat(isOpen(secret)).isTrue();

        pass(Duration.ofMinutes(30));

        assertThat(isOpen(secret)).isFalse();
    }

    @Test
    void aSessionEndsTwelveHoursAfterItBegan() {
        String secret = open();
        for (int i = 0; i < 47; i++) {
            pass(Duration.ofMinutes(15));
            assertThat(isOpen(secret)).isTrue();
        }

        pass(Duration.ofMinutes(15));

        assertThat(isOpen(secret)).isFalse();
    }

    @Test
    void theDatabaseHoldsNoSecretOfASession() {
        String secret = open();

        List<String> rows = DATABASE.template().queryForList("select t::text from staff_session t", String.class);

        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(secret));
    }

    @Test
    void theTwentyFirstSessionEndsTheOldest() {
        String first = open();
        pass(Duration.ofSeconds(1));
        for (int i = 0; i < 20; i++) {
            open();
        }

        assertThat(isOpen(first)).isFalse();
        assertThat(tables.sessions().open(person.id(), time.instant())).hasSize(20);
    }

    @Test
    void aLinkEndsAfterADayAndWithTheNextOne() {
        String first = tables.invitations().issue(person.id(), time.instant());
        String second = tables.invitations().issue(person.id(), time.instant());
        assertThat(tables.invitations().find(first, time.instant())).isEmpty();
        assertThat(tables.invitations().find(second, time.instant())).isPresent();

        pass(Duration.ofHours(24));

        assertThat(tables.invitations().find(second, time.instant())).isEmpty();
        assertThat(tables.invitations().use(second, time.instant())).isFalse();
    }

    @Test
    void aLinkIsUsedOnce() {
        String token = tables.invitations().issue(person.id(), time.instant());

        assertThat(tables.invitations().use(token, time.instant())).isTrue();
        assertThat(tables.invitations().use(token, time.instant())).isFalse();
    }

    @Test
    void aStepOfCodesIsUsedUpWithAllBeforeIt() {
        tables.factors().put(person.id(), new FactorTable.Factor("hash", new byte[] {1}), 100, time.instant());

        assertThat(tables.factors().useStep(person.id(), 100)).isFalse();
        assertThat(tables.factors().useStep(person.id(), 102)).isTrue();
        assertThat(tables.factors().useStep(person.id(), 102)).isFalse();
        assertThat(tables.factors().useStep(person.id(), 101)).isFalse();
    }

    /** RFC 6238, appendix B: the last six digits of the values for SHA-1. */
    @Test
    void codesAreThoseOfTheStandard() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        Totp totp = new Totp();

        assertThat(totp.step(secret, "287082", Instant.ofEpochSecond(59))).isEqualTo(OptionalLong.of(1));
        assertThat(totp.step(secret, "081804", Instant.ofEpochSecond(1_111_111_109)))
                .isEqualTo(OptionalLong.of(37_037_036));
        assertThat(Totp.base32(secret)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void aCodeHasOneStepOfSkew() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        Totp totp = new Totp();

        assertThat(totp.step(secret, "287082", Instant.ofEpochSecond(0))).isPresent();
        assertThat(totp.step(secret, "287082", Instant.ofEpochSecond(89))).isPresent();
        assertThat(totp.step(secret, "287082", Instant.ofEpochSecond(90))).isEmpty();
        assertThat(totp.step(secret, "", Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void whoFailsWaitsTwiceAsLongEachTimeAndNeverMoreThanAQuarterOfAnHour() {
        SignInThrottle throttle = new SignInThrottle();
        List<String> keys = List.of(SignInThrottle.account("a@b"), SignInThrottle.address("192.0.2.1"));
        for (int i = 0; i < 4; i++) {
            throttle.failed(keys, time.instant());
            assertThat(throttle.wait(keys, time.instant())).isZero();
        }
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900}) {
            throttle.failed(keys, time.instant());
            assertThat(throttle.wait(keys, time.instant())).hasSeconds(seconds);
        }
        assertThat(throttle.wait(List.of(SignInThrottle.account("c@d")), time.instant()))
                .isZero();

        pass(Duration.ofMinutes(15));

        assertThat(throttle.wait(keys, time.instant())).isZero();
    }

    @Test
    void failuresAreForgottenAfterAnHourAndWithASuccess() {
        SignInThrottle throttle = new SignInThrottle();
        String account = SignInThrottle.account("a@b");
        for (int i = 0; i < 5; i++) {
            throttle.failed(List.of(account), time.instant());
        }
        throttle.succeeded(account);
        assertThat(throttle.wait(List.of(account), time.instant())).isZero();
        for (int i = 0; i < 8; i++) {
            throttle.failed(List.of(account), time.instant());
        }
        pass(Duration.ofMinutes(61));

        throttle.failed(List.of(account), time.instant());

        assertThat(throttle.wait(List.of(account), time.instant())).isZero();
    }

    @Test
    void anAddressThatTriesManyAccountsWaitsToo() {
        SignInThrottle throttle = new SignInThrottle();
        String address = SignInThrottle.address("192.0.2.1");
        for (int i = 0; i < 20; i++) {
            throttle.failed(List.of(SignInThrottle.account("a" + i), address), time.instant());
        }

        assertThat(throttle.wait(List.of(SignInThrottle.account("new"), address), time.instant()))
                .isPositive();
    }

    @Test
    void whatABoxSealedOnlyItsKeyOpens(@TempDir Path folder) throws IOException {
        KeyFileBox box = KeyFileBox.of(folder.resolve("a.key"), new SecureRandom());
        KeyFileBox other = KeyFileBox.of(folder.resolve("b.key"), new SecureRandom());
        byte[] secret = "secret".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = box.seal(secret);

        assertThat(KeyFileBox.of(folder.resolve("a.key"), new SecureRandom()).open(sealed))
                .isEqualTo(secret);
        assertThat(box.seal(secret)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open(new byte[3])).isInstanceOf(IllegalStateException.class);
        Files.write(folder.resolve("a.key"), new byte[5]);
        assertThatThrownBy(() -> KeyFileBox.of(folder.resolve("a.key"), new SecureRandom()))
                .hasMessageContaining("restore it");
    }

    private String open() {
        return tables.sessions().open(person.id(), "password", "Browser", time.instant());
    }

    private boolean isOpen(String secret) {
        return tables.sessions().find(secret, time.instant()).isPresent();
    }

    private void pass(Duration span) {
        time.pass(span);
    }
}
