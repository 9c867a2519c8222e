package io.sekisho.server.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.sekisho.server.platform.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvelopeKeyTest {

    private static final byte[] SECRET = "the secret".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("envelope.json");
    }

    @Test
    void isDrawnOnceForItsOwnerAlone() throws IOException {
        byte[] wrapped = EnvelopeKey.open(null, file()).wrap(SECRET, "context");
        assertThat(new String(wrapped, UTF_8)).doesNotContain("secret");
        assertThat(EnvelopeKey.open(null, file()).unwrap(wrapped, "context")).isEqualTo(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void comesFromAFileOfAnyPlace() {
        byte[] wrapped = EnvelopeKey.open(null, file()).wrap(SECRET, "context");
        EnvelopeKey given = EnvelopeKey.open(file().toUri().toString(), folder.resolve("unused.json"));
        assertThat(given.unwrap(wrapped, "context")).isEqualTo(SECRET);
        assertThat(folder.resolve("unused.json")).doesNotExist();
    }

    @Test
    void comesFromAServer() throws IOException {
        byte[] wrapped = EnvelopeKey.open(null, file()).wrap(SECRET, "context");
        byte[] keyset = Files.readAllBytes(file());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/key", exchange -> {
            exchange.sendResponseHeaders(200, keyset.length);
            exchange.getResponseBody().write(keyset);
            exchange.close();
        });
        server.createContext("/none", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        String root = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(EnvelopeKey.open(root + "/key", file()).unwrap(wrapped, "context"))
                    .isEqualTo(SECRET);
            assertIsRefused(root + "/none");
        } finally {
            server.stop(0);
        }
        assertIsRefused(root + "/key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "envelope.json",
                "",
                "http://",
                "http://user:password@127.0.0.1:1/key",
                "file:///there/is/no/such/file",
                "file:relative",
                "ftp://127.0.0.1/key",
                "not a URL",
            })
    void aUrlThatGivesNoneIsToldOf(String url) {
        assertIsRefused(url);
    }

    private void assertIsRefused(String url) {
        assertThatExceptionOfType(UnavailableException.class)
                .as(url)
                .isThrownBy(() -> EnvelopeKey.open(url, file()))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains("No Tink keyset")
                        .doesNotContain("password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"primaryKeyId\":1,\"key\":[{\"keyData\":{\"value\":\"c2VjcmV0\"}}]}", "x"})
    void aFileThatHoldsNoneIsToldOfAndNotRepeated(String content) throws IOException {
        Files.writeString(file(), content);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> EnvelopeKey.open(null, file()))
                .withMessageContaining(file().toString())
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("c2VjcmV0"));
        assertThat(file()).hasContent(content);
    }

    @Test
    void anotherKeyAnotherContextAndAlteredBytesOpenNothing() {
        EnvelopeKey key = EnvelopeKey.open(null, file());
        byte[] wrapped = key.wrap(SECRET, "context");
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() ->
                        EnvelopeKey.open(null, folder.resolve("other.json")).unwrap(wrapped, "context"))
                .withMessageContaining("context")
                .withMessageContaining("not wrapped under this envelope key");
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> key.unwrap(wrapped, "other"));
        for (int i = 0; i < wrapped.length; i++) {
            byte[] altered = wrapped.clone();
            altered[i] ^= 1;
            assertThatExceptionOfType(UnavailableException.class)
                    .as("byte %d", i)
                    .isThrownBy(() -> key.unwrap(altered, "context"));
        }
    }
}
