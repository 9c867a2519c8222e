package io.sekisho.cli.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.testkit.Launched;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code key} makes, lists and revokes keys in a data folder, without a server. */
final class KeyCommandTest {

    private static final Pattern SECRET = Pattern.compile("sk_([a-z0-9]{12})_[A-Za-z0-9_-]{43}\n");

    @TempDir
    Path folder;

    @Test
    void theSecretStandsAloneOnStandardOutput() {
        Launched created = create("--scope", "decide,read");

        assertThat(created.code()).isZero();
        assertThat(created.out()).matches(SECRET);
        assertThat(created.err())
                .contains("shown this once")
                .doesNotContain(created.out().strip());
    }

    @Test
    void theListShowsEverythingButSecrets() {
        String secret = create("--scope", "read,decide", "--name", "till 1", "--expires", "90d", "--quota", "600")
                .out();
        String id = secret.substring(3, 15);

        Launched listed = Launched.run("key", "list", "--data", folder.toString());

        assertThat(listed.code()).isZero();
        assertThat(listed.out()).containsPattern("ID +NAME +SCOPES +QUOTA/MIN +CREATED +EXPIRES +LAST USE +STATE");
        assertThat(listed.out()).containsPattern(id + " +till 1 +decide,read +600 +20\\S+Z +20\\S+Z +never +good");
        assertThat(listed.out()).doesNotContain(secret.substring(16).strip());
    }

    @Test
    void aRevokedKeyStaysInTheList() {
        String id = create("--scope", "metrics").out().substring(3, 15);

        Launched revoked = Launched.run("key", "revoke", "--data", folder.toString(), id);

        assertThat(revoked.code()).isZero();
        assertThat(revoked.out()).contains(id);
        assertThat(Launched.run("key", "list", "--data", folder.toString()).out())
                .containsPattern(id + ".*revoked");
    }

    @Test
    void anUnknownScopeIsNamedTogetherWithThoseThereAre() {
        Launched created = create("--scope", "decide,admin");

        assertThat(created.code()).isEqualTo(2);
        assertThat(created.out()).isEmpty();
        assertThat(created.err()).contains("'admin'").contains("decide, read, write, metrics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "soon", "0d", "2027-13-01", "2027-01-01T00:00:00"})
    void anExpiryThatCannotBeIsRefused(String expiry) {
        Launched created = create("--scope", "read", "--expires", expiry);

        assertThat(created.code()).isEqualTo(2);
        assertThat(created.err()).contains("--expires");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "99999999999"})
    void aQuotaThatCannotBeIsRefused(String quota) {
        assertThat(create("--scope", "read", "--quota", quota).code()).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsSaid() {
        Launched revoked = Launched.run("key", "revoke", "--data", folder.toString(), "nokey");
        Launched listed =
                Launched.run("key", "list", "--data", folder.resolve("none").toString());

        assertThat(revoked.code()).isEqualTo(2);
        assertThat(revoked.err()).contains("no such key");
        assertThat(listed.code()).isEqualTo(2);
    }

    private Launched create(String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "key";
        all[1] = "create";
        all[2] = "--data";
        all[3] = folder.toString();
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return Launched.run(all);
    }
}
