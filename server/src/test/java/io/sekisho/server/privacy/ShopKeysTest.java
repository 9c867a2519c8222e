package io.sekisho.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sekisho.server.platform.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShopKeysTest {

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private EnvelopeKey envelope;
    private Path file;

    @BeforeEach
    void open() {
        envelope = EnvelopeKey.open(null, folder.resolve("envelope.json"));
        file = folder.resolve("shop.keys");
    }

    @Test
    void areDrawnOnceForTheirOwnerAlone() throws IOException {
        ShopKeys drawn = ShopKeys.open(file, envelope, random);
        ShopKeys again = ShopKeys.open(file, envelope, random);
        assertThat(again.keyId()).isEqualTo(drawn.keyId()).matches("[0-9a-f]{16}");
        assertThat(again.bodySecret()).isEqualTo(drawn.bodySecret()).hasSize(32);
        assertThat(again.newHash().ofEmail("a@example.net"))
                .isEqualTo(drawn.newHash().ofEmail("a@example.net"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void ofTwoShopsDifferInEverything() {
        ShopKeys one = ShopKeys.open(file, envelope, random);
        ShopKeys other = ShopKeys.open(folder.resolve("other.keys"), envelope, random);
        assertThat(one.keyId()).isNotEqualTo(other.keyId());
        assertThat(one.bodySecret()).isNotEqualTo(other.bodySecret());
        assertThat(one.newHash().ofEmail("a@example.net"))
                .isNotEqualTo(other.newHash().ofEmail("a@example.net"));
    }

    @Test
    void areNotOpenedByAnotherEnvelopeOrAltered() throws IOException {
        ShopKeys.open(file, envelope, random);
        EnvelopeKey other = EnvelopeKey.open(null, folder.resolve("other.json"));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> ShopKeys.open(file, other, random));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> ShopKeys.open(file, envelope, random));
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void cannotBeChangedFromOutside() {
        ShopKeys keys = ShopKeys.open(file, envelope, random);
        byte[] secret = keys.bodySecret();
        secret[0] ^= 1;
        assertThat(keys.bodySecret()).isNotEqualTo(secret);
    }
}
